#pragma once
// What a Store is made of. Private to the store; its parts lie in writing.cpp, projection.cpp, exchange.cpp,
// reading.cpp, replay.cpp, holes.cpp and forks.cpp.

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "engine/merge/text_merge.hpp"
#include "engine/store/blocks.hpp"
#include "engine/store/pending.hpp"
#include "engine/store/registers.hpp"
#include "engine/store/search_index.hpp"
#include "engine/store/store.hpp"

namespace ayni {

/// Settings that tell how far we had written in a scope that was dropped: this, and the scope's number.
inline constexpr std::string_view left_prefix = "left ";
/// Set: for scopes without such a setting that isn't known any more.
inline constexpr std::string_view left_is_lost_setting = "left";
/// Set: envelopes of ours that the hub hasn't acknowledged have left in a file. Nobody can say here who has them.
inline constexpr std::string_view with_others_setting = "with_others";
/// An id that no device has.
DeviceId new_device();
Outcome put_setting(Database& database, std::string_view name, std::string_view value);
/// Empty: not set.
Result<std::string> get_setting(Database& database, std::string_view name);

class Store::Inside {
public:
    Inside(std::unique_ptr<Database> database, Settings settings);

    /// Reads what is cached from the database: at opening, and after every rollback.
    Outcome load();
    /// As the setting "hub_device" has them.
    void know_hubs(std::string_view listed);
    [[nodiscard]] bool is_of_hub(DeviceId which) const { return std::ranges::find(hubs, which) != hubs.end(); }
    Outcome transact(const std::function<Outcome()>& work);
    Outcome settle_up();
    Outcome end_act();

    Result<std::int64_t> scope_number(const ScopeId& scope);
    /// Without making it: 0 if it isn't known.
    std::int64_t known_scope(const ScopeId& scope) const;
    [[nodiscard]] ScopeId scope_of(std::int64_t number) const;

    struct ReachRow {
        std::uint64_t seq = 0;
        std::uint64_t settled = 0;
        std::uint64_t seen = 0;
        Stamp stamp;
    };
    /// With what waits to be sealed, for our own.
    Result<ReachRow> reach(std::int64_t scope, std::int64_t replica);
    /// The replicas of which something is here, by their numbers.
    Result<std::vector<std::int64_t>> reached(std::int64_t scope);
    void set_reach(std::int64_t scope, std::int64_t replica, const ReachRow& reach);
    /// Writes what set_reach was told, once for each transaction: at its end, or before something else reads the table.
    Outcome write_reaches();
    /// Before somebody else writes to the table.
    Outcome forget_reaches();

    // projection.cpp: the one way from a change to the tables, for what is typed here and for what comes in.
    Outcome apply(std::int64_t scope, std::span<const Change> changes, bool all_superseded_known);
    Outcome apply_to(Registers& registers, std::int64_t scope, std::span<const Change> changes);
    Outcome expect(std::int64_t scope, const Change& change);
    Result<Registers> take_up(const KindDef& kind, std::int64_t scope, RecordId record, FieldNo wanted = 0);
    /// For changes to be applied: without looking for a record that is made (by this device) with them.
    Result<Registers> take_up_for(bool makes, const KindDef& kind, std::int64_t scope, RecordId record, FieldNo wanted);
    bool is_first_of(RecordId record, bool makes);
    Outcome load_named_by_others();
    Result<bool> is_voided(std::int64_t scope, Dot dot);
    Result<bool> any_is_voided(std::int64_t scope, std::span<const Dot> dots);
    [[nodiscard]] bool projects(const KindDef& kind) const { return !settings.rights_only || kind.hub_projects; }
    Outcome obey(std::int64_t scope, const Change& verdict);

    // replay.cpp
    Outcome rebuild(std::int64_t scope, RecordId record);
    Outcome set_expected(std::int64_t scope, std::span<const Change> changes, const std::set<Dot>& superseded);
    /// Every change in the scope's log, and what waits to be sealed, that `wanted` lets through.
    Result<std::vector<Change>> logged(std::int64_t scope, const std::function<bool(const Change&)>& wanted);
    Result<std::vector<std::string>> differences();
    Outcome replay_envelopes(Inside& again, std::vector<std::string>& found);
    Result<std::vector<std::string>> reach_rows();
    Outcome compare_search(Inside& again, std::vector<std::string>& found);

    // texts.cpp: texts travel as splices, and are read whole.
    /// The change with this dot, from the log or from what waits to be sealed.
    Result<std::optional<Change>> logged_at(std::int64_t scope, const Dot& dot);
    /// What the change made of its text; empty if a version that it builds on isn't here.
    Result<std::optional<std::string>> text_at(std::int64_t scope, const Dot& dot);
    /// The whole text that a splice makes, where that can be had. Empty for anything else.
    Result<std::optional<Value>> made_whole(Registers& registers, std::int64_t scope, const Change& change);
    /// The value that the change wrote, a text whole; what a splice puts in, where more isn't here.
    Result<Value> whole_value(std::int64_t scope, const Change& change);
    /// What a text field with several heads shows.
    Result<MergedText> shown_text(std::int64_t scope, const Heads& heads);
    /// How the change is to be written down, if it is a small edit of a long text: as a splice of `before`.
    static std::optional<Splice> spliced(const Change& change, const Heads& before);

    // writing.cpp
    Stamp stamp_of_act();
    Result<std::vector<Dot>> write(const ScopeId& scope, std::span<const Edit> edits);
    /// Changes with whole texts, and what goes into the log instead of some of those: by their index.
    struct Act {
        std::vector<Change> changes;
        std::vector<std::pair<std::size_t, Splice>> splices;
    };
    Result<bool> is_idle(std::int64_t scope, Rule rule, const Heads& heads, const Value& value);
    Result<Act> changes_for(Registers& registers, std::int64_t scope, std::span<const Edit> edits, Stamp stamp,
                            std::uint64_t next_seq);
    /// Edits of one record: writes them to the tables, and adds their changes to `all`, which have seqs from first_seq.
    Outcome write_group(std::int64_t scope, std::span<const Edit> group, Stamp stamp, std::uint64_t first_seq,
                        std::vector<Change>& all);
    /// dots: of what was written.
    Outcome write_act(const ScopeId& scope, std::span<const Edit> edits, std::vector<Dot>& dots);
    Result<std::optional<std::pair<const KindDef*, std::int64_t>>> locate(RecordId record);

    Outcome write_removal(RecordId record, const std::function<Result<std::optional<Removal>>(Registers&)>& value);

    // history.cpp
    /// Remembers where the act at hand began, if it has more than one stamp.
    Outcome note_act();
    /// The first stamp of this device's last act.
    Result<Stamp> last_act_began();
    /// The scopes in which this device has written then or later.
    Result<std::vector<std::int64_t>> scopes_since(Stamp began);
    Result<Written> written(std::int64_t scope, const Change& change);
    Result<Value> shown_of(std::int64_t scope, const Change& change, const Heads& heads);

    // drafts.cpp
    [[nodiscard]] Draft read_draft(const Statement& row) const;

    // exchange.cpp
    Result<bool> receive_one(const Envelope& envelope, Received& received, Arrival arrival = Arrival::from_hub);
    /// Into the log and the tables, whatever came before it.
    Outcome keep(std::int64_t scope, std::int64_t replica, const Envelope& envelope, Received& received,
                 Arrival arrival);
    Outcome note_hub_has(std::int64_t scope, std::int64_t replica, const Envelope& envelope);
    /// waiting_stays: but for our own changes there that are in no envelope.
    Outcome drop(std::int64_t scope, bool waiting_stays);
    Outcome remember_leaving(std::int64_t scope);
    Outcome note_left(std::int64_t scope, std::uint64_t seq);
    Outcome load_left();
    /// Not while the scope was dropped and what we wrote in it isn't all back: seqs would be used twice.
    [[nodiscard]] bool may_write(std::int64_t scope, const ReachRow& known) const;
    Outcome drop_all(std::span<const ScopeId> scopes, const std::set<ScopeId>& waiting_stays = {});

    // holes.cpp: a log that was damaged, until what it lacks is back (recovery.hpp).
    enum class Log : std::uint8_t {
        whole,
        has_holes,   // of others' envelopes some are missing: what comes is kept, whatever it follows
        awaits_own,  // and perhaps own ones that the hub has: nothing is sealed, and what is written gets a seq later
    };
    Outcome set_log(Log state);
    /// Is the change here, in the log or waiting to be sealed?
    Result<bool> has(std::int64_t scope, std::int64_t replica, std::uint64_t seq);
    /// The greatest seq before the log's first hole. `from`: known to be there.
    Result<std::uint64_t> log_prefix(std::int64_t scope, std::int64_t replica, std::uint64_t from);
    Result<bool> receive_with_holes(std::int64_t scope, std::int64_t replica, const Envelope& envelope,
                                    Received& received, Arrival arrival);
    struct Kept {
        Envelope envelope;
        Delivery delivery = Delivery::received;
        std::string reason;
    };
    using Waiting = std::map<ScopeId, std::vector<Change>>;  // own changes in no envelope
    Result<std::vector<Kept>> whole_log();
    Result<Waiting> all_waiting();
    /// Takes out log, waiting changes and tables; what is known of others' reach stays.
    Outcome wipe();
    /// Makes log, waiting changes and tables anew of what is given, through the one door.
    Outcome lay_down(const std::vector<Kept>& log, const Waiting& waiting);
    /// recovery_report.cpp: how far the own log goes now, by scope.
    Outcome close_report(const std::map<ScopeId, std::uint64_t>& own);
    /// The hub has given all that it has in these scopes: what of the own log stands apart follows it from now on.
    Outcome close_own_log(const std::set<std::int64_t>& back);
    /// Of every scope: how far the log of ours goes without a hole, and what is in it.
    struct OwnLog {
        std::map<ScopeId, std::uint64_t> last;
        std::map<ScopeId, std::vector<Change>> changes;
        bool others_are_whole = true;
    };
    Result<OwnLog> own_log_of(std::vector<Kept>& kept, Waiting& waiting);
    Outcome is_back_in(std::span<const ScopeId> scopes);

    // forks.cpp: two histories under one device's name.
    /// What is here where this envelope belongs: the same one; or another, and from which seq on. Neither: nothing.
    struct InPlace {
        bool same = false;
        std::uint64_t other_from = 0;
    };
    Result<InPlace> in_place_of(std::int64_t scope, std::int64_t replica, const Envelope& envelope);
    /// What is here of another's there, from that seq on, was never written: the hub has something else in its place.
    Outcome give_way(const ScopeId& scope, DeviceId author, std::uint64_t from);
    /// Once the hub has all that was noted by `note_with_others`.
    Outcome forget_with_others();

    // carried.cpp
    Outcome take_back(std::int64_t scope, std::int64_t replica, std::uint64_t first_seq);
    /// Some of the replica's envelopes were taken out of the log.
    Outcome reaches_less_far(std::int64_t scope, std::int64_t replica);
    Outcome erase(std::int64_t scope, const Change& any);

    // reading.cpp
    Result<Record> read_record(const Statement& row, const KindDef& kind);
    Result<std::optional<Record>> record_at(const KindDef& kind, std::int64_t row);
    Outcome read_sets(Record& record, std::int64_t row, const KindDef& kind);
    Outcome read_contested(Record& record, Registers& registers, std::int64_t row);
    Result<Safety> safety_of(std::int64_t scope, std::span<const Dot> dots);
    Result<std::optional<Contest>> contest(RecordId record, FieldNo field, const std::string& key);
    Result<RecordId> owner_of(DeviceId device);

    std::unique_ptr<Database> database;
    Settings settings;
    Attachments attachments;
    Replicas replicas;
    Pending pending;
    Blocks blocks;
    SearchIndex search_index;
    std::unordered_map<ScopeId, std::int64_t> scope_numbers;
    std::vector<ScopeId> scope_ids;                      // [number - 1]
    std::unordered_map<std::uint64_t, RecordId> owners;  // device → person, from Device records; see person_of
    bool owners_loaded = false;
    Log log_state = Log::whole;
    bool any_early = false;
    bool any_voided = false;
    /// How far we had written in a scope at least: in those that were dropped here, and, after a recovery, in those of
    /// which that is known again.
    std::unordered_map<std::int64_t, std::uint64_t> left_at;
    bool with_others = false;    // with_others_setting
    bool left_is_lost = false;   // of any other scope it isn't known how far we had written there
    std::set<RecordId> rebuilt;  // from the log, since the last `apply` began: they have all that it brings
    DeviceId device;
    std::int64_t me = 0;         // our own replica's number
    std::vector<DeviceId> hubs;  // whose verdicts count; none: nobody's yet
    RecordId person;
    std::uint64_t records = 0;                // counter of the last record made here
    std::uint64_t records_saved = 0;          // up to here they count as made, whatever became of them
    std::uint64_t records_written = 0;        // beyond here we never wrote to one
    std::set<std::uint64_t> named_by_others;  // beyond `records`: others wrote under these names, so none is made there
    std::map<std::pair<std::int64_t, std::int64_t>, ReachRow> reaches;  // by scope and replica; sealed ones of ours
    std::vector<std::pair<std::int64_t, std::int64_t>> reaches_changed;
    int depth = 0;                  // of transactions
    bool half_written = false;      // the write at hand has begun to change the tables
    std::optional<Failure> broken;  // the transaction at hand was left half done: it can't be committed
    Stamp last_stamp;
    std::optional<Stamp> act_began;  // the first stamp of what the transaction at hand writes
    std::vector<Touched> touched;
    std::vector<Observer> observers;
    struct Decoded {
        std::int64_t number = 0;  // of the envelope
        std::vector<Change> changes;
    };
    std::vector<Decoded> decoded;  // the last few that logged_at looked into, newest last
};

}  // namespace ayni
