#pragma once
// The season in SQLite and nothing else: what everything here is measured against. One table a kind, INTEGER PRIMARY
// KEY, the index that ours has, prepared statements, explicit transactions; no history, no clocks, nothing to merge.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/bench/bench.hpp"
#include "tests/bench/season.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace ayni::bench {

/// A fault of SQLite ends the program: there is nothing to measure then.
class Plain {
public:
    /// durable: synchronous=FULL, as ours; else OFF. All else as Database sets it.
    Plain(const std::filesystem::path& file, bool durable, Mode mode);
    ~Plain();
    Plain(const Plain&) = delete;
    Plain& operator=(const Plain&) = delete;

    // Each is one transaction, unless it is called within `together`.
    void save(std::size_t woman, const GoalLine& goal);
    void save(std::size_t woman, const ActionLine& action);
    void save(std::size_t woman, const SessionLine& session);
    void edit(const FieldEdit& edit);
    void together(const std::function<void()>& work);

    struct Title {
        FieldEdit::Field field;
        std::int64_t id;
        std::string text;
    };
    /// Reads the titles that the edits are of, and takes over others': the last one wins.
    std::vector<Title> titles(const std::vector<FieldEdit>& edits);
    void take(const std::vector<Title>& titles);

    std::uint64_t sum();
    /// Of the file, with everything moved into it.
    std::uintmax_t bytes();

private:
    void index(std::int64_t id, const std::string& called, const std::string& said);
    /// Runs the update, and takes the old words out and puts the new ones in around it.
    void rewrite(sqlite3_stmt* words, std::int64_t id, const std::function<void()>& update);
    sqlite3_stmt* prepare(const char* sql);
    void run(sqlite3_stmt* statement);
    void execute(const char* sql);
    [[noreturn]] void give_up(const char* doing) const;
    std::int64_t id_of(FieldEdit::Field field, std::size_t woman, std::size_t line) const;

    std::filesystem::path file_;
    sqlite3* handle_ = nullptr;
    bool searched_ = false;
    bool together_ = false;
    std::int64_t last_id_ = 0;
    std::vector<sqlite3_stmt*> statements_;
    std::vector<std::vector<std::int64_t>> goals_;  // [woman][line]
    std::vector<std::vector<std::int64_t>> actions_;
    std::vector<std::vector<std::int64_t>> notes_;
    sqlite3_stmt *begin_, *commit_;
    sqlite3_stmt *goal_, *action_, *session_, *person_, *note_;
    sqlite3_stmt *set_status_, *set_rank_, *set_note_, *set_title_, *set_goal_title_;
    sqlite3_stmt *title_, *goal_title_;
    sqlite3_stmt *index_ = nullptr, *unindex_ = nullptr;
    sqlite3_stmt *goal_words_ = nullptr, *action_words_ = nullptr, *note_words_ = nullptr;
};

}  // namespace ayni::bench
