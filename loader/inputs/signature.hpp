// SPDX-License-Identifier: Apache-2.0
//
// Files of other programs, told by their first bytes: workbooks, documents, pictures, archives. They come
// under any name, and every byte of them would be another error. One table says what each is and what
// to do instead.
#pragma once

#include <optional>
#include <string_view>

namespace oscegraph {

/// A file that no reader here reads.
struct ForeignFile {
  std::string_view what;  ///< "this is a spreadsheet file"
  std::string_view next;  ///< "save the sheet as CSV"
};

/// Whether what the file is may be told at its end only: a zip file, an old workbook.
bool is_container(std::string_view head);

/// nullptr where the bytes are of no program that is known here.
const ForeignFile* foreign_by_signature(std::string_view bytes);

/// By the name alone, for bytes that say nothing: a workbook with a password, or cut short.
const ForeignFile* foreign_by_ending(std::string_view path);

}  // namespace oscegraph
