// SPDX-License-Identifier: Apache-2.0
//
// Recognises files of other programs by their first bytes: workbooks, documents, pictures,
// archives. Read as records they would give an error for every line. One table says what each is
// and what to do instead.
#pragma once

#include <optional>
#include <string_view>

namespace oscegraph {

/// A kind of file that no reader here supports.
struct ForeignFile {
  std::string_view what;  ///< "this is a spreadsheet file"
  std::string_view next;  ///< "save the sheet as CSV"
};

/// Whether the kind of file may be visible only at its end: a zip file, an old workbook.
bool is_container(std::string_view head);

/// nullptr when the bytes are of no known program.
const ForeignFile* foreign_by_signature(std::string_view bytes);

/// By the name alone, when the bytes do not tell: an encrypted or truncated workbook.
const ForeignFile* foreign_by_ending(std::string_view path);

}  // namespace oscegraph
