// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/sqlite/sqlite_database.hpp"

#include <sqlite3.h>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

void check(int result, sqlite3* database, const Context& context) {
  if (result == SQLITE_INTERRUPT) context.check();
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    throw Error(std::string("SQLite cannot make the database: ") + sqlite3_errmsg(database));
}

}  // namespace

void SqliteDatabase::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

SqliteDatabase::SqliteDatabase(Context context)
    : context_(std::make_unique<Context>(std::move(context))) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(":memory:", &opened);
  database_.reset(opened);
  check(result, opened, *context_);
  constexpr int steps = 10'000;  // instructions of SQLite's virtual machine, about 100 rows
  sqlite3_progress_handler(
      opened, steps,
      [](void* asked) { return static_cast<const Context*>(asked)->stop.asked() ? 1 : 0; },
      context_.get());
  // Keeps the database in one block of SQLite's memory, so that bytes() needs no copy.
  check(sqlite3_deserialize(opened, "main", nullptr, 0, 0,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE),
        opened, *context_);
  sqlite3_int64 limit = sqlite3_int64{1} << 40U;  // instead of SQLite's own, a gigabyte
  check(sqlite3_file_control(opened, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit), opened, *context_);
  run("PRAGMA journal_mode = OFF; PRAGMA page_size = 4096;");
}

void SqliteDatabase::run(const std::string& statements) {
  check(sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr),
        database_.get(), *context_);
}

std::string_view SqliteDatabase::bytes() const {
  sqlite3_int64 size = 0;
  const unsigned char* data =
      sqlite3_serialize(database_.get(), "main", &size, SQLITE_SERIALIZE_NOCOPY);
  if (data == nullptr) throw Error("SQLite cannot hand out its database");
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

void SqliteInsert::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteInsert::SqliteInsert(SqliteDatabase& database, std::string_view table, std::size_t columns)
    : context_(database.context_.get()),
      database_(database.database_.get()) {
  std::string sql = "INSERT INTO " + std::string(table) + " VALUES (?";
  for (std::size_t i = 1; i < columns; ++i) sql += ",?";
  sql += ')';
  sqlite3_stmt* prepared = nullptr;
  check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &prepared, nullptr), database_, *context_);
  statement_.reset(prepared);
}

SqliteInsert& SqliteInsert::text(std::string_view value) {
  if (value.empty()) return null();
  check(sqlite3_bind_text64(statement_.get(), next_++, value.data(), value.size(), SQLITE_STATIC,
                            SQLITE_UTF8),
        database_, *context_);
  return *this;
}

SqliteInsert& SqliteInsert::number(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), next_++, value), database_, *context_);
  return *this;
}

SqliteInsert& SqliteInsert::null() {
  check(sqlite3_bind_null(statement_.get(), next_++), database_, *context_);
  return *this;
}

void SqliteInsert::run() {
  context_->check();
  check(sqlite3_step(statement_.get()), database_, *context_);
  check(sqlite3_reset(statement_.get()), database_, *context_);
  next_ = 1;
}

}  // namespace oscegraph
