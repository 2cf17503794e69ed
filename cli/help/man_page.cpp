// SPDX-License-Identifier: Apache-2.0
//
// Writes the man page oscegraph(1) from the rows of commands, options and topics, in the macros
// that every man program supports.
#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/help/generated.hpp"
#include "oscegraph/cli/help/topics.hpp"
#include "oscegraph/cli/model/program.hpp"
#include "oscegraph/cli/options/shared_options.hpp"

namespace oscegraph::cli {
namespace {

/// Text as roff takes it literally: backslashes and hyphens escaped, no line that looks like a
/// request.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool line_starts = result.empty() || result.back() == '\n';
    if (line_starts && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\') result += "\\e";
    else if (c == '-') result += "\\-";
    else result += c;
  }
  return result;
}

/// Lines as they are. One that would be a command of roff's gets an empty character before it.
std::string verbatim(std::string_view lines) {
  std::string text = "\n" + roff(lines);
  for (std::size_t at = text.find("\n."); at != std::string::npos; at = text.find("\n.", at + 1))
    text.insert(at + 1, "\\&");
  return ".PP\n.RS 4\n.nf" + text + "\n.fi\n.RE\n";
}

std::string heading(std::string_view macro, std::string_view title) {
  return "." + std::string(macro) + " \"" + roff(title) + "\"\n";
}

std::string text_blocks(std::string_view text) {
  std::string result;
  for (const std::string_view paragraph : split_paragraphs(text))
    result += ".PP\n" + roff(paragraph) + "\n";
  return result;
}

std::string term_blocks(const std::vector<Term>& terms) {
  std::string result;
  for (const auto& [term, meaning] : terms) {
    const std::size_t start = term.find_first_not_of(' ');
    result +=
        ".TP\n\\fB" + roff(std::string_view(term).substr(start)) + "\\fR\n" + roff(meaning) + "\n";
  }
  return result;
}

std::string option_blocks(std::span<const Option* const> options) {
  return term_blocks(terms_of(options));
}

std::string example_blocks(std::span<const Example> examples) {
  std::string result;
  for (const Example& example : examples)
    result += ".PP\n" + roff(example.why) + ":\n" + verbatim(example.line);
  return result;
}

std::string command_section(const Command& command) {
  return heading("SS", "oscegraph " + usage_of(command)) + ".PP\n" + roff(command.summary) + ".\n" +
         text_blocks(command.description) + option_blocks(command.options) +
         example_blocks(command.examples) + ".PP\nExit code 1: " + roff(command.says_no) + ".\n";
}

std::string topic_section(const Topic& topic) {
  std::string result = heading("SS", topic.name);
  for (const Section& section : topic.sections()) {
    if (!section.heading.empty()) result += ".PP\n\\fI" + roff(section.heading) + "\\fR\n";
    result += text_blocks(section.text) + term_blocks(section.terms);
    if (!section.example.empty()) result += verbatim(section.example);
  }
  return result;
}

}  // namespace

std::string man_page() {
  std::string page =
      ".TH OSCEGRAPH 1 \"\" \"oscegraph " + roff(version()) + "\" \"User Commands\"\n";
  page += heading("SH", "NAME") + "oscegraph \\- " + roff(tagline) + "\n";
  page += heading("SH", "SYNOPSIS") + "\\fBoscegraph\\fR " + roff(usage) + "\n";
  page += heading("SH", "COMMANDS");
  for (const Command* command : commands()) page += command_section(*command);
  page += heading("SH", "OPTIONS OF ALL COMMANDS");
  for (const OptionGroup* group : groups_of_a_question())
    page += heading("SS", group->title) + option_blocks(group->options);
  page += heading("SH", "TOPICS");
  for (const Topic& topic : topics()) page += topic_section(topic);
  return page;
}

}  // namespace oscegraph::cli
