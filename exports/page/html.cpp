// SPDX-License-Identifier: Apache-2.0
//
// Writes the explorer page as one file that contains its style, its script and its data. The file
// can be opened from a mail attachment without a network: the content security policy in its head
// allows only this style and this script, by their hashes, and no request.
//
// The data cannot end the element that contains it: every "<" is written as \u003c, which means the
// same in JSON. The page holds only as much as it can draw; the rest is left out, and counted.
#include "oscegraph/exports/page/explorer_page.hpp"
#include "oscegraph/exports/page/page_writer.hpp"
#include "oscegraph/exports/page/view_document.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_nodes = 5'000;

constexpr std::string_view style_link = R"(<link rel="stylesheet" href="app.css">)";
constexpr std::string_view script_link = R"(<script src="app.js" defer></script>)";
constexpr std::string_view data_start = R"(<script type="application/json" id="oscegraph-data">)";
constexpr std::string_view charset = R"(<meta charset="utf-8">)";
constexpr std::string_view body_end = "</body>";

unsigned digit_value(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// Converts a hash from hexadecimal to base64.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 6) {  // three bytes are four letters
    const std::string_view group = hex.substr(i, 6);
    std::uint32_t bits = 0;
    for (const char digit : group) bits = bits << 4U | digit_value(digit);
    bits <<= 4U * (6 - group.size());
    const std::size_t used = group.size() / 2 + 1;
    for (std::size_t k = 0; k < 4; ++k)
      text += k < used ? letters[bits >> (6U * (3 - k)) & 63U] : '=';
  }
  return text;
}

std::string policy_of(const ExplorerPage& page) {
  return R"(<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-)" +
         base64_of_hex(page.script.sha256) + "'; style-src 'sha256-" +
         base64_of_hex(page.css.sha256) +
         R"('; img-src data: blob:; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'">)";
}

std::string data_of(const Fitted& shown, const GraphStyle& style) {
  Output json;
  write_view_document(shown, {style.title, style.source}, json);
  std::string text;
  for (const char c : json.text()) {
    if (c == '<') text += "\\u003c";
    else text += c;
  }
  return text;
}

/// Cuts the page's text at the marks where text is put in or taken out.
class TemplateCutter {
 public:
  explicit TemplateCutter(std::string_view text) : rest_(text) {}
  /// The text before the mark. The mark itself is skipped.
  std::string_view before(std::string_view mark) {
    const std::size_t at = rest_.find(mark);
    if (at == std::string_view::npos)
      throw Error("the explorer page inside this program has no " + in_quotes(mark), {},
                  "build it again from matching sources");
    const std::string_view part = rest_.substr(0, at);
    rest_.remove_prefix(at + mark.size());
    return part;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

void report_left_out(const LeftOut& left_out, LossReport& losses) {
  const std::string why = "a page holds the " + grouped(most_nodes) + " best-connected nodes";
  losses.add({left_out.nodes, "node", "left out", why});
  losses.add({left_out.edges, "edge", "left out", why});
  losses.add({left_out.claims, "claim", "left out", why});
}

}  // namespace

void write_html(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  const ExplorerPage* page = explorer_page();
  if (page == nullptr)
    throw Error("this oscegraph was built without the explorer page", {},
                "build it with Node.js installed and OSCEGRAPH_WEB=ON");
  const Fitted shown = best_connected(subset, most_nodes, out.context());
  TemplateCutter html(page->html.text);
  for (const std::string_view part : {html.before(charset), charset, std::string_view("\n")})
    out.append(part);
  out.append(policy_of(*page));
  out.append(html.before(style_link));
  out.append("<style>");
  out.append(page->css.text);
  out.append("</style>");
  out.append(html.before(data_start));
  out.append(data_start);
  out.append(data_of(shown, style));
  out.append(html.before(script_link));
  out.append(html.before(body_end));
  out.append("<script>");
  out.append(page->script.text);
  out.append("</script>\n");
  out.append(body_end);
  out.append(html.rest());
  report_left_out(shown.left_out, losses);
}

}  // namespace oscegraph
