#include "tests/bench/plain.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "engine/store/cipher.hpp"

namespace ayni::bench {
namespace {

constexpr std::int64_t made_at = 1'790'000'000'000;

constexpr const char* on_open =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA secure_delete=ON;"
    "PRAGMA foreign_keys=OFF;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-8000;"
    "PRAGMA wal_autocheckpoint=4000;";

constexpr const char* tables =
    "CREATE TABLE goal(id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, made_by INTEGER, made_at INTEGER, title TEXT,"
    " why TEXT, horizon TEXT, rank TEXT, status TEXT);"
    "CREATE INDEX goal_scope ON goal(scope);"
    "CREATE TABLE action(id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, made_by INTEGER, made_at INTEGER,"
    " goal INTEGER, title TEXT, horizon TEXT, rank TEXT, due INTEGER, status TEXT);"
    "CREATE INDEX action_scope ON action(scope);"
    "CREATE TABLE session(id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, made_by INTEGER, made_at INTEGER,"
    " starts INTEGER, modality TEXT);"
    "CREATE INDEX session_scope ON session(scope);"
    "CREATE TABLE session_people(session INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY(session, person))"
    " WITHOUT ROWID;"
    "CREATE TABLE session_note(id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, made_by INTEGER, made_at INTEGER,"
    " session INTEGER, text TEXT);"
    "CREATE INDEX session_note_scope ON session_note(scope);";

// As in engine/store/sql.
constexpr const char* search =
    "CREATE VIRTUAL TABLE search USING fts5(called, said, content='', columnsize=0, detail=column,"
    " tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc' separators '\uFE0E\uFE0F'\")";

void bind(sqlite3_stmt* statement, int at, std::int64_t value) {
    sqlite3_bind_int64(statement, at, value);
}

void bind(sqlite3_stmt* statement, int at, const std::string& value) {
    sqlite3_bind_text64(statement, at, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

template <class... Values>
sqlite3_stmt* bound(sqlite3_stmt* statement, const Values&... values) {
    int at = 0;
    (bind(statement, ++at, values), ...);
    return statement;
}

std::string text_of(sqlite3_stmt* row, int column) {
    const void* bytes = sqlite3_column_blob(row, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    return bytes == nullptr ? std::string{} : std::string(static_cast<const char*>(bytes), size);
}

// The scopes by number, as ours has them: a plan and a talk for each woman.
std::int64_t plan_of(std::size_t woman) {
    return static_cast<std::int64_t>(2 * woman + 1);
}
std::int64_t talk_of(std::size_t woman) {
    return static_cast<std::int64_t>(2 * woman + 2);
}

std::vector<std::int64_t>& of(std::vector<std::vector<std::int64_t>>& lists, std::size_t woman) {
    if (lists.size() <= woman) {
        lists.resize(woman + 1);
    }
    return lists[woman];
}

}  // namespace

Plain::Plain(const std::filesystem::path& file, bool durable, Mode mode) : file_(file), searched_(mode.searched) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) {
        give_up("open");
    }
    if (mode.locked && !use_key(handle_, DataKey::random())) {
        give_up("key");
    }
    execute(on_open);
    execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
    execute(tables);
    begin_ = prepare("BEGIN IMMEDIATE");
    commit_ = prepare("COMMIT");
    goal_ = prepare("INSERT INTO goal VALUES(?,?,?,?,?,?,?,?,?)");
    action_ = prepare("INSERT INTO action VALUES(?,?,?,?,?,?,?,?,?,?)");
    session_ = prepare("INSERT INTO session VALUES(?,?,?,?,?,?)");
    person_ = prepare("INSERT INTO session_people VALUES(?,?)");
    note_ = prepare("INSERT INTO session_note VALUES(?,?,?,?,?,?)");
    set_status_ = prepare("UPDATE action SET status=? WHERE id=?");
    set_rank_ = prepare("UPDATE action SET rank=? WHERE id=?");
    set_note_ = prepare("UPDATE session_note SET text=? WHERE id=?");
    set_title_ = prepare("UPDATE action SET title=? WHERE id=?");
    set_goal_title_ = prepare("UPDATE goal SET title=? WHERE id=?");
    title_ = prepare("SELECT title FROM action WHERE id=?");
    goal_title_ = prepare("SELECT title FROM goal WHERE id=?");
    if (searched_) {
        execute(search);
        index_ = prepare("INSERT INTO search(rowid, called, said) VALUES(?,?,?)");
        unindex_ = prepare("INSERT INTO search(search, rowid, called, said) VALUES('delete',?,?,?)");
        goal_words_ = prepare("SELECT title, why FROM goal WHERE id=?");
        action_words_ = prepare("SELECT title, '' FROM action WHERE id=?");
        note_words_ = prepare("SELECT '', text FROM session_note WHERE id=?");
    }
}

Plain::~Plain() {
    for (sqlite3_stmt* statement : statements_) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(handle_);
}

void Plain::give_up(const char* doing) const {
    std::fprintf(stderr, "plain SQLite: %s: %s\n", doing, sqlite3_errmsg(handle_));
    std::abort();
}

sqlite3_stmt* Plain::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        give_up(sql);
    }
    statements_.push_back(statement);
    return statement;
}

void Plain::run(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) {
        give_up(sqlite3_sql(statement));
    }
    sqlite3_reset(statement);
}

void Plain::execute(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        give_up(sql);
    }
}

void Plain::together(const std::function<void()>& work) {
    if (together_) {
        work();
        return;
    }
    together_ = true;
    run(begin_);
    work();
    run(commit_);
    together_ = false;
}

void Plain::index(std::int64_t id, const std::string& called, const std::string& said) {
    if (searched_) {
        run(bound(index_, id, called, said));
    }
}

void Plain::rewrite(sqlite3_stmt* words, std::int64_t id, const std::function<void()>& update) {
    if (!searched_) {
        update();
        return;
    }
    const auto with_words = [&](sqlite3_stmt* statement) {
        if (sqlite3_step(bound(words, id)) != SQLITE_ROW) {
            give_up("words");
        }
        const std::string called = text_of(words, 0);
        const std::string said = text_of(words, 1);
        sqlite3_reset(words);
        run(bound(statement, id, called, said));
    };
    with_words(unindex_);
    update();
    with_words(index_);
}

void Plain::save(std::size_t woman, const GoalLine& goal) {
    together([&] {
        const std::int64_t id = ++last_id_;
        const auto by = static_cast<std::int64_t>(woman);
        run(bound(goal_, id, plan_of(woman), by, made_at, goal.title, goal.why, goal.lane, goal.rank, goal.status));
        index(id, goal.title, goal.why);
        of(goals_, woman).push_back(id);
    });
}

void Plain::save(std::size_t woman, const ActionLine& action) {
    together([&] {
        const std::int64_t id = ++last_id_;
        const auto by = static_cast<std::int64_t>(woman);
        run(bound(action_, id, plan_of(woman), by, made_at, goals_[woman][action.goal], action.title, action.lane,
                  action.rank, action.due, action.status));
        index(id, action.title, {});
        of(actions_, woman).push_back(id);
    });
}

void Plain::save(std::size_t woman, const SessionLine& session) {
    together([&] {
        const std::int64_t id = ++last_id_;
        const std::int64_t note = ++last_id_;
        const auto by = static_cast<std::int64_t>(woman);
        run(bound(session_, id, plan_of(woman), by, made_at, session.starts, session.modality));
        for (const std::uint64_t person : session.people) {
            run(bound(person_, id, static_cast<std::int64_t>(person)));
        }
        run(bound(note_, note, talk_of(woman), by, made_at, id, session.note));
        index(note, {}, session.note);
        of(notes_, woman).push_back(note);
    });
}

std::int64_t Plain::id_of(FieldEdit::Field field, std::size_t woman, std::size_t line) const {
    switch (field) {
        case FieldEdit::Field::note: return notes_[woman][line];
        case FieldEdit::Field::goal_title: return goals_[woman][line];
        case FieldEdit::Field::status:
        case FieldEdit::Field::rank:
        case FieldEdit::Field::title: break;
    }
    return actions_[woman][line];
}

void Plain::edit(const FieldEdit& edit) {
    together([&] {
        const std::int64_t id = id_of(edit.field, edit.woman, edit.line);
        switch (edit.field) {
            case FieldEdit::Field::status: return run(bound(set_status_, edit.text, id));
            case FieldEdit::Field::rank: return run(bound(set_rank_, edit.text, id));
            case FieldEdit::Field::note: return rewrite(note_words_, id, [&] { run(bound(set_note_, edit.text, id)); });
            case FieldEdit::Field::title:
                return rewrite(action_words_, id, [&] { run(bound(set_title_, edit.text, id)); });
            case FieldEdit::Field::goal_title:
                return rewrite(goal_words_, id, [&] { run(bound(set_goal_title_, edit.text, id)); });
        }
    });
}

std::vector<Plain::Title> Plain::titles(const std::vector<FieldEdit>& edits) {
    std::vector<Title> titles;
    for (const FieldEdit& edit : edits) {
        sqlite3_stmt* query = edit.field == FieldEdit::Field::goal_title ? goal_title_ : title_;
        const std::int64_t id = id_of(edit.field, edit.woman, edit.line);
        if (sqlite3_step(bound(query, id)) != SQLITE_ROW) {
            give_up("titles");
        }
        titles.push_back({edit.field, id, text_of(query, 0)});
        sqlite3_reset(query);
    }
    return titles;
}

void Plain::take(const std::vector<Title>& titles) {
    together([&] {
        for (const Title& title : titles) {
            const bool is_goal = title.field == FieldEdit::Field::goal_title;
            rewrite(is_goal ? goal_words_ : action_words_, title.id,
                    [&] { run(bound(is_goal ? set_goal_title_ : set_title_, title.text, title.id)); });
        }
    });
}

std::uint64_t Plain::sum() {
    std::uint64_t sum = 0;
    const auto each = [&](const char* sql, const std::function<std::uint64_t(sqlite3_stmt*)>& of_row) {
        sqlite3_stmt* query = prepare(sql);
        while (sqlite3_step(query) == SQLITE_ROW) {
            sum += of_row(query);
        }
    };
    each("SELECT title, why, horizon, rank, status FROM goal", [](sqlite3_stmt* row) {
        return checksum(GoalLine{text_of(row, 0), text_of(row, 1), text_of(row, 2), text_of(row, 3), text_of(row, 4)});
    });
    each("SELECT title, due, horizon, rank, status FROM action", [](sqlite3_stmt* row) {
        return checksum(ActionLine{0, text_of(row, 0), sqlite3_column_int64(row, 1), text_of(row, 2), text_of(row, 3),
                                   text_of(row, 4)});
    });
    each("SELECT starts, modality, (SELECT sum(person) FROM session_people WHERE session=id) FROM session",
         [](sqlite3_stmt* row) {
             const auto people = static_cast<std::uint64_t>(sqlite3_column_int64(row, 2));
             return checksum(SessionLine{sqlite3_column_int64(row, 0), text_of(row, 1), {people, 0}, {}});
         });
    each("SELECT text FROM session_note", [](sqlite3_stmt* row) { return checksum_of_note(text_of(row, 0)); });
    return sum;
}

std::uintmax_t Plain::bytes() {
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return std::filesystem::file_size(file_);
}

}  // namespace ayni::bench
