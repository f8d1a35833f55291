#pragma once
// The board of a plan: goals and actions in three lanes, in an order of the owner's own.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/programme/deed.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {

/// By the end of the stay; by the end of the programme; after it.
enum class Lane : std::uint8_t { near, middle, far };
inline constexpr std::array<Lane, 3> all_lanes{Lane::near, Lane::middle, Lane::far};
/// "short", "medium", "long": as the schema has them. What isn't known stands in the nearest lane.
std::string_view code_of(Lane lane);
Lane lane_named(std::string_view code);

/// More open short-term actions than these: ask which can wait.
inline constexpr std::size_t open_short_most = 5;

enum class ItemKind : std::uint8_t { goal, action };

/// A goal or an action on the board.
struct Item {
    RecordId id;
    ItemKind kind = ItemKind::action;
    std::string title;  // may be empty: voice only
    bool has_voice = false;
    std::string why;  // a goal's
    RecordId goal;    // an action's; none while the goal is removed
    std::string goal_title;
    std::string status;               // code of the schema
    std::optional<std::int64_t> due;  // a date, days
    std::optional<std::int64_t> done_at;
    std::string effort;
    RecordId owner;
    std::string owner_name;
    std::string suggested_by;  // a name
    Place place;
    std::optional<double> progress;  // 0 to 1: as measured, else the share of its actions that are done
    std::size_t actions = 0;         // of a goal
    std::size_t actions_done = 0;
    std::optional<double> value;  // the last measured
    std::optional<double> target;
    std::optional<double> baseline;
    bool falls = false;  // the target is below where it began
    std::string measure;
    std::string unit;
    std::string reason;  // why a goal is paused or was let go
    Safety safety = Safety::here;
    bool contested = false;
    std::string blocked_because;
    bool is_mine = false;
    bool can_edit = false;    // title, date, effort, place
    bool can_finish = false;  // done, and open again
    bool can_accept = false;

    [[nodiscard]] bool is_done() const { return status == "done" || status == "achieved"; }
    [[nodiscard]] bool is_proposal() const { return status == "proposed"; }
    [[nodiscard]] bool is_dropped() const { return status == "dropped"; }
};

struct Board {
    ScopeId plan;
    std::string name;
    bool can_edit = false;
    bool can_propose = false;
    std::array<std::vector<Item>, 3> lanes;  // in order; dropped ones aren't there
    std::size_t open_short = 0;              // open actions in the nearest lane

    [[nodiscard]] const std::vector<Item>& lane(Lane which) const { return lanes[static_cast<std::size_t>(which)]; }
};

/// Those that could wait, if more are open in the nearest lane than one can hold in mind: the open actions there, the
/// last of the lane first. Empty: they are few enough, nobody is asked.
std::vector<RecordId> could_wait(const Board& board);

/// not_found: this plan isn't here (any more). not_allowed: not hers to read.
Result<Board> board(Store& store, const ScopeId& plan);
Result<Board> board(Store& store, const People& people, const ScopeId& plan);

struct NewAction {
    Lane lane = Lane::near;
    std::string title;
    std::string effort;               // "S", "M", "L" or empty
    std::optional<std::int64_t> due;  // days
    RecordId goal;
    RecordId session;
    bool promise = false;  // her own to keep, also on a plan that isn't hers
};
struct NewGoal {
    Lane lane = Lane::near;
    std::string title;
    std::string why;
};
/// At the end of its lane: open for an owner, a proposal from the other side. invalid: an empty title.
Result<Deed> add_action(Store& store, const ScopeId& plan, const NewAction& action);
Result<Deed> add_goal(Store& store, const ScopeId& plan, const NewGoal& goal);
/// One for each title, alike in all else, in their order and in one act: a list that was pasted. It stays together,
/// also when somebody else pastes another at the same place. invalid: no title, or an empty one.
Result<Deed> add_actions(Store& store, const ScopeId& plan, const NewAction& like, std::span<const std::string> titles);
/// A pasted list's lines, without the signs before them ("- ", "2. "); empty ones are left out.
std::vector<std::string> titles_in(std::string_view text);

// What follows: not_found (no goal or action of this id), not_allowed, invalid.
Result<Deed> rename(Store& store, RecordId item, const std::string& title);
Result<Deed> set_due(Store& store, RecordId item, std::optional<std::int64_t> due);
Result<Deed> set_effort(Store& store, RecordId action, const std::string& effort);
/// The goal that an action is for; none: for no goal. invalid: a goal of another plan, or no goal.
Result<Deed> set_goal(Store& store, RecordId action, RecordId goal);
/// An action is done now, and nothing holds it up any more; a goal is achieved.
Result<Deed> finish(Store& store, RecordId item);
/// Open again; why it had been paused, let go or held up goes with that.
Result<Deed> reopen(Store& store, RecordId item);
/// A proposal becomes the owner's own.
Result<Deed> accept(Store& store, RecordId item);
/// Let go. The reason may be empty: a goal keeps it as `reason`, an action as `blocked_because`.
Result<Deed> drop(Store& store, RecordId item, const std::string& reason = {});
/// The owner won't take up what was proposed to her; whoever proposed it reads why, as in `drop`.
/// invalid: it isn't a proposal. not_allowed: she isn't its owner (whoever proposed it drops it).
Result<Deed> decline(Store& store, RecordId item, const std::string& reason = {});
/// A goal rests. `reopen` takes it up again.
Result<Deed> pause(Store& store, RecordId goal, const std::string& reason = {});
/// She is at it.
Result<Deed> begin(Store& store, RecordId action);
/// Why an action can't go on; empty: it can again.
Result<Deed> block(Store& store, RecordId action, const std::string& because);
/// To stand right after `after` in the lane; none: at its start. Its neighbours' places don't change, unless there is
/// no room between them: then as few as possible are respaced, and a move that somebody else makes wins over that.
/// An `after` that isn't in that lane: at its end.
Result<Deed> move_after(Store& store, RecordId item, Lane lane, RecordId after);
Result<Deed> move_to_end(Store& store, RecordId item, Lane lane);

}  // namespace ayni::programme
