#pragma once
// The season that everything is measured by: what 200 entrepreneurs and their mentors write in half a year, and the
// edits that they make to it. It knows no store: ours and others' are filled from it alike.

#include <cstdint>
#include <string>
#include <vector>

namespace ayni::bench {

/// A meeting with what was noted of it: two records here (the note lies where only the two see it), one save.
struct SessionLine {
    std::int64_t starts = 0;  // UTC ms
    std::string modality;
    std::uint64_t people[2] = {};  // persons by number
    std::string note;              // 400 to 1,200 characters, Spanish or French
};

struct GoalLine {
    std::string title;
    std::string why;
    std::string lane;
    std::string rank;
    std::string status;
};

struct ActionLine {
    std::size_t goal = 0;  // index among her goals
    std::string title;
    std::int64_t due = 0;  // days
    std::string lane;
    std::string rank;
    std::string status;
};

struct Woman {
    std::vector<GoalLine> goals;
    std::vector<ActionLine> actions;
    std::vector<SessionLine> sessions;
};

struct Season {
    std::vector<Woman> women;
    [[nodiscard]] std::size_t saves() const;
};

/// One field of one record, set to something that it isn't.
struct FieldEdit {
    enum class Field : std::uint8_t { status, rank, note, title, goal_title };
    Field field = Field::status;
    std::size_t woman = 0;
    std::size_t line = 0;  // index among her actions; for a note, her sessions; for a goal's title, her goals
    std::string text;      // status, index, note or title
    std::string lane{};    // of an index: where the action is already
};

inline constexpr std::size_t women_in_a_season = 200;

/// 12 sessions, 6 goals and 24 actions each: 42 saves, 270 field values.
Season make_season(std::size_t women, std::uint64_t seed = 1);

/// Half statuses, three in ten places on the board, one in five a whole note; in random order all over the season.
std::vector<FieldEdit> make_edits(const Season& season, std::size_t count, std::uint64_t seed);

/// New titles of `count` different actions and goals (as many as there are, at most), told apart by `who`.
std::vector<FieldEdit> make_titles(const Season& season, std::size_t count, std::uint64_t who);

/// What stands after the edits.
void apply_edits(Season& season, const std::vector<FieldEdit>& edits);

/// The same for the same content, in whatever order records are read: the sum of the records' own.
std::uint64_t checksum(const Season& season);
std::uint64_t checksum(const GoalLine& goal);
std::uint64_t checksum(const ActionLine& action);    // without its goal
std::uint64_t checksum(const SessionLine& session);  // without its note
std::uint64_t checksum_of_note(const std::string& note);

}  // namespace ayni::bench
