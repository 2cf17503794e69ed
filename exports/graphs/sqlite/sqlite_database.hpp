// SPDX-License-Identifier: Apache-2.0
//
// Builds an SQLite database in memory and returns the bytes of its file. So the file is written
// whole or not at all, like every other file. Throws Error with SQLite's message, and Stopped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "oscegraph/graph/threads/context.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace oscegraph {

class SqliteDatabase {
 public:
  explicit SqliteDatabase(Context context = {});
  void run(const std::string& statements);
  /// The bytes of the file. They are valid while the database lives and is not changed.
  [[nodiscard]] std::string_view bytes() const;

 private:
  friend class SqliteInsert;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<Context> context_;  ///< on the heap, since SQLite keeps a pointer to it
  std::unique_ptr<sqlite3, Close> database_;
};

/// A prepared INSERT: bind each value in order, then run().
class SqliteInsert {
 public:
  SqliteInsert(SqliteDatabase& database, std::string_view table, std::size_t columns);
  /// Binds the text; an empty text becomes NULL. The text must live until run().
  SqliteInsert& text(std::string_view value);
  SqliteInsert& number(std::int64_t value);
  SqliteInsert& null();
  void run();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Context* context_;
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
};

}  // namespace oscegraph
