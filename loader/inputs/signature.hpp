// SPDX-License-Identifier: Apache-2.0
//
// Recognises files of other programs (workbooks, documents, pictures, archives) by their first
// bytes. If such a file were read as records, every line would give an error. One table has for
// each kind of file what it is and what the user can do.
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
