#include "tests/bench/season.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "engine/merge/rank.hpp"
#include "tests/bench/season_text.hpp"

namespace ayni::bench {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t first_day = 20'700;
constexpr std::array<std::string_view, 3> lanes{"short", "medium", "long"};
constexpr std::array<std::string_view, 4> modalities{"in_person", "video", "voice_call", "messages"};
constexpr std::array<std::string_view, 4> action_statuses{"open", "doing", "done", "dropped"};
constexpr std::array<std::string_view, 3> goal_statuses{"open", "achieved", "paused"};

constexpr std::size_t goals_each = 6;
constexpr std::size_t actions_each = 24;
constexpr std::size_t sessions_each = 12;

template <std::size_t N>
std::string one_of(Dice& dice, const std::array<std::string_view, N>& list) {
    return std::string(list[dice.roll(N)]);
}

Woman make_woman(Dice& dice, std::size_t number) {
    const Tongue tongue = dice.roll(2) == 0 ? Tongue::spanish : Tongue::french;
    Woman woman;
    std::string rank;
    for (std::size_t i = 0; i < goals_each; ++i) {
        rank = rank_between(rank, {});
        woman.goals.push_back({title(dice, tongue), sentence(dice, tongue) + sentence(dice, tongue),
                               one_of(dice, lanes), rank, one_of(dice, goal_statuses)});
    }
    rank.clear();
    for (std::size_t i = 0; i < actions_each; ++i) {
        rank = rank_between(rank, {});
        woman.actions.push_back({dice.roll(goals_each), title(dice, tongue),
                                 first_day + static_cast<std::int64_t>(dice.roll(180)), one_of(dice, lanes), rank,
                                 one_of(dice, action_statuses)});
    }
    for (std::size_t i = 0; i < sessions_each; ++i) {
        const auto day = first_day + static_cast<std::int64_t>(14 * i + dice.roll(10));
        const auto minute = static_cast<std::int64_t>(dice.between(8 * 60, 20 * 60));
        woman.sessions.push_back({day * day_ms + minute * 60'000,
                                  one_of(dice, modalities),
                                  {number + 1, 100'000 + number / 4},
                                  note(dice, tongue, dice.between(400, 1100))});
    }
    return woman;
}

// FNV-1a (Fowler, Noll, Vo), with a mark between values.
class Sum {
public:
    Sum& add(std::string_view text) {
        for (const char c : text) {
            mix(static_cast<unsigned char>(c));
        }
        mix(0xFF);
        return *this;
    }
    Sum& add(std::int64_t number) { return add(std::to_string(number)); }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    void mix(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

// Something else than what is there.
std::string another_status(Dice& dice, const std::string& status) {
    std::string other = one_of(dice, action_statuses);
    while (other == status) {
        other = one_of(dice, action_statuses);
    }
    return other;
}

}  // namespace

std::size_t Season::saves() const {
    return women.size() * (goals_each + actions_each + sessions_each);
}

Season make_season(std::size_t women, std::uint64_t seed) {
    Dice dice(seed);
    Season season;
    for (std::size_t i = 0; i < women; ++i) {
        season.women.push_back(make_woman(dice, i));
    }
    return season;
}

std::vector<FieldEdit> make_edits(const Season& season, std::size_t count, std::uint64_t seed) {
    Dice dice(seed);
    Season now = season;
    std::vector<FieldEdit> edits;
    while (edits.size() < count) {
        FieldEdit edit;
        edit.woman = dice.roll(now.women.size());
        const Woman& woman = now.women[edit.woman];
        const std::size_t what = dice.roll(10);
        edit.line = dice.roll(what < 8 ? actions_each : sessions_each);
        if (what < 5) {
            edit.field = FieldEdit::Field::status;
            edit.text = another_status(dice, woman.actions[edit.line].status);
        } else if (what < 8) {
            edit.field = FieldEdit::Field::rank;
            const std::string& other = woman.actions[dice.roll(actions_each)].rank;
            edit.text = rank_between(other, {}, static_cast<unsigned>(dice.roll(60)));
            edit.lane = woman.actions[edit.line].lane;
        } else {
            edit.field = FieldEdit::Field::note;
            edit.text = note(dice, dice.roll(2) == 0 ? Tongue::spanish : Tongue::french, dice.between(400, 1100));
        }
        if (edit.field == FieldEdit::Field::rank && edit.text == woman.actions[edit.line].rank) {
            continue;
        }
        apply_edits(now, {edit});
        edits.push_back(std::move(edit));
    }
    return edits;
}

std::vector<FieldEdit> make_titles(const Season& season, std::size_t count, std::uint64_t who) {
    Dice dice(who);
    std::vector<FieldEdit> edits;
    for (std::size_t line = 0; line < actions_each + goals_each; ++line) {
        const bool is_action = line < actions_each;
        for (std::size_t woman = 0; woman < season.women.size() && edits.size() < count; ++woman) {
            edits.push_back({is_action ? FieldEdit::Field::title : FieldEdit::Field::goal_title, woman,
                             is_action ? line : line - actions_each,
                             title(dice, Tongue::spanish) + ' ' + std::to_string(who)});
        }
    }
    return edits;
}

void apply_edits(Season& season, const std::vector<FieldEdit>& edits) {
    for (const FieldEdit& edit : edits) {
        Woman& woman = season.women[edit.woman];
        switch (edit.field) {
            case FieldEdit::Field::status: woman.actions[edit.line].status = edit.text; break;
            case FieldEdit::Field::rank: woman.actions[edit.line].rank = edit.text; break;
            case FieldEdit::Field::note: woman.sessions[edit.line].note = edit.text; break;
            case FieldEdit::Field::title: woman.actions[edit.line].title = edit.text; break;
            case FieldEdit::Field::goal_title: woman.goals[edit.line].title = edit.text; break;
        }
    }
}

std::uint64_t checksum(const GoalLine& goal) {
    return Sum().add(goal.title).add(goal.why).add(goal.lane).add(goal.rank).add(goal.status).value();
}

std::uint64_t checksum(const ActionLine& action) {
    return Sum().add(action.title).add(action.due).add(action.lane).add(action.rank).add(action.status).value();
}

std::uint64_t checksum(const SessionLine& session) {
    return Sum()
        .add(session.starts)
        .add(session.modality)
        .add(static_cast<std::int64_t>(session.people[0] + session.people[1]))
        .value();
}

std::uint64_t checksum_of_note(const std::string& note) {
    return Sum().add(note).value();
}

std::uint64_t checksum(const Season& season) {
    std::uint64_t sum = 0;
    for (const Woman& woman : season.women) {
        for (const GoalLine& goal : woman.goals) {
            sum += checksum(goal);
        }
        for (const ActionLine& action : woman.actions) {
            sum += checksum(action);
        }
        for (const SessionLine& session : woman.sessions) {
            sum += checksum(session) + checksum_of_note(session.note);
        }
    }
    return sum;
}

}  // namespace ayni::bench
