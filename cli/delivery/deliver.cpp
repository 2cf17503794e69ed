// SPDX-License-Identifier: Apache-2.0
//
// Writes an answer as planned. Then writes the loss report, and on standard error the notes that
// the output itself does not show.
#include "oscegraph/cli/delivery/deliver.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/cli/terminal/working.hpp"
#include "oscegraph/exports/output/output_folder.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

/// Gives standard output another context as long as this lives: also when the writer throws, nothing
/// reports to a `Working` that is gone.
class UnderContext {
 public:
  UnderContext(Terminal& terminal, Context context)
      : out_(terminal.out),
        usual_(terminal.context()) {
    out_.set_context(std::move(context));
  }
  UnderContext(const UnderContext&) = delete;
  UnderContext& operator=(const UnderContext&) = delete;
  ~UnderContext() { out_.set_context(std::move(usual_)); }

 private:
  Output& out_;
  Context usual_;
};

void write_graph(const Answer& answer, const Delivery& delivery, Terminal& terminal,
                 LossReport& loss) {
  Subset subset = answer.subset;
  GraphStyle style = delivery.style;
  style.title = answer.table.title;
  Working working(terminal);
  Context context = terminal.context();
  context.report = working.report();
  apply_look(delivery.look, subset, style, context);
  const GraphFormat& format = *delivery.graph;
  if (delivery.path.empty()) {
    {
      const UnderContext reporting(terminal, context);
      format.write(subset, style, terminal.out, loss);
    }
    terminal.out.commit();
    return;
  }
  if (format.folder()) {
    OutputFolder folder(delivery.path, context);
    format.write_folder(subset, style, folder, loss);
    folder.commit();
  } else {
    Output file = Output::to_file(delivery.path, context);
    format.write(subset, style, file, loss);
    file.commit();
  }
}

void write_table(const Table& table, const Delivery& delivery, Terminal& terminal) {
  if (delivery.path.empty()) {
    delivery.table->write(table, terminal.table_style, terminal.out);
    terminal.out.commit();
    return;
  }
  Output file = Output::to_file(delivery.path, terminal.context());
  delivery.table->write(table, TableStyle{}, file);
  file.commit();
}

void write_loss_report(const LossReport& loss, const Delivery& delivery, const Terminal& terminal) {
  if (delivery.loss_report.empty()) return;
  Output file = Output::to_file(delivery.loss_report, terminal.context());
  table_format_for(delivery.loss_report)
      ->write(loss.table(delivery.graph->name), TableStyle{}, file);
  file.commit();
}

/// Tells each sentence that the output does not already show, once.
class Notes {
 public:
  Notes(Terminal& terminal, std::vector<std::string> shown)
      : terminal_(&terminal),
        told_(std::move(shown)) {}
  void tell(const std::string& sentence) {
    if (std::ranges::count(told_, sentence) > 0) return;
    told_.push_back(sentence);
    terminal_->note(sentence);
  }
  void tell_all(const std::vector<std::string>& sentences) {
    for (const std::string& sentence : sentences) tell(sentence);
  }

 private:
  Terminal* terminal_;
  std::vector<std::string> told_;
};

void tell_notes(const Answer& answer, const Subset& scope, const Delivery& delivery,
                Terminal& terminal) {
  // CSV is rows and nothing else: what people should read beside them goes to standard error.
  const bool shows_notes = delivery.table != nullptr && !delivery.table->rows_only;
  Notes notes(terminal, shows_notes ? answer.table.notes : std::vector<std::string>());
  notes.tell_all(scope.notes());
  notes.tell_all(answer.table.notes);
  notes.tell_all(answer.subset.notes());
}

std::string size_of(const Answer& answer, const Delivery& delivery) {
  if (delivery.table != nullptr) return counted(answer.table.rows.size(), "row");
  const Subset& subset = answer.subset;
  return counted(subset.nodes().count(), "node") + ", " + counted(subset.edges().count(), "edge");
}

}  // namespace

void deliver(const Answer& answer, const Subset& scope, const Delivery& delivery,
             Terminal& terminal) {
  LossReport loss;
  if (delivery.graph != nullptr) write_graph(answer, delivery, terminal, loss);
  else write_table(answer.table, delivery, terminal);
  write_loss_report(loss, delivery, terminal);
  tell_notes(answer, scope, delivery, terminal);
  for (const Loss& lost : loss.losses())
    terminal.note(std::string(delivery.graph->name) + ": " + sentence(lost));
  if (!delivery.path.empty())
    terminal.note("wrote " + delivery.path + ": " + size_of(answer, delivery));
}

}  // namespace oscegraph::cli
