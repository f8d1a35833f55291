#pragma once
// One database per profile, and the one door for changes: log, heads, table row, in one transaction.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/model/clock.hpp"
#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"
#include "engine/store/attachments.hpp"
#include "engine/store/database.hpp"
#include "engine/store/key.hpp"
#include "engine/store/record.hpp"
#include "engine/store/search.hpp"

namespace ayni {

/// What a use case asks for: the store gives it its dot, stamp and supersedes.
struct Edit {
    RecordId record;
    KindNo kind = 0;
    FieldNo field = 0;
    std::string key;
    Value value;
};
/// By the field's name in the schema (a name that isn't there asserts). For a set: key, and a value (true if the
/// element carries none); an empty value takes the element out.
Edit make_edit(RecordId record, KindNo kind, std::string_view field, Value value, std::string key = {});

/// An envelope as it lies in the log: a run of one device's changes in one scope, and its exact bytes.
struct Envelope {
    ScopeId scope;
    DeviceId device;
    std::uint64_t first_seq = 0;
    std::uint64_t last_seq = 0;
    std::string bytes;
};

/// An envelope and its place in this replica's log: a number that rises with every envelope taken in.
struct LogEntry {
    std::int64_t number = 0;
    Envelope envelope;
};

enum class Delivery : std::uint8_t {
    sealed = 0,    // not yet acknowledged: ours, or another's that came by file
    received = 1,  // acknowledged by the hub, or not for us to offer
    refused = 2,   // the hub won't have it: it lies in the tray
};

/// Who says that an envelope is to be believed.
enum class Arrival : std::uint8_t {
    from_hub,     // the hub, which has it
    by_file,      // a file, whose maker says that the hub has it
    for_the_hub,  // a file; the hub may not have it yet, and is offered it
};

struct Received {
    std::size_t envelopes = 0;  // new ones
    std::size_t changes = 0;    // applied
    std::size_t repeated = 0;   // envelopes that were here already
    std::size_t early = 0;      // envelopes whose predecessor is missing: not taken, will be offered again
};

struct Touched {
    RecordId record;
    KindNo kind = 0;
    ScopeId scope;
};

/// Everything that is kept on one device for one profile.
///
/// Threads: one; the connection is its own. Observers are called on that thread, after the commit.
/// Errors: those of Database; every failing call leaves the store as it was.
class Store {
public:
    /// Reads the changes of an envelope (sync/wire's; the store knows no wire format). malformed if it can't.
    using Decode = std::function<Result<std::vector<Change>>(std::string_view bytes)>;
    struct Settings {
        Decode decode;
        const Clock* clock = nullptr;  // system_clock() if null
        bool rights_only = false;      // the hub: project only what rights need
        // What the files are locked with. None: they aren't (the hub's, and those in memory).
        std::optional<DataKey> key = {};
        Attachments::Settings attachments = {};
        bool searched = true;  // keep an index of the words; without it nothing is found
        // Who this replica is, if the database is made now; without it, somebody new. For hubs that are one together.
        std::optional<DeviceId> device = {};
    };

    /// Makes the database, or brings an older one up to date. With a key, one that isn't locked yet is from now on.
    /// made_by_newer_app, storage_corrupt, wrong_key; what can't be opened is left as it is.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, Settings settings);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Who we are ------------------------------------------------------------------------------------------------
    [[nodiscard]] DeviceId device() const;
    /// The person whose profile this is: author of what is written here. None before a profile has one.
    [[nodiscard]] RecordId person() const;
    Outcome set_person(RecordId person);
    /// Small durable facts of this profile (hub, token, cursor): no projection, in no log. Empty: not set.
    Result<std::string> setting(std::string_view name) const;
    Outcome set_setting(std::string_view name, std::string_view value);
    [[nodiscard]] const Clock& clock() const;
    /// Is that device the hub? Then its word counts: verdicts, and whose key is whose. They stand in the setting
    /// "hub_device", with spaces between: a hub that was brought back from a backup goes on as another one. Of the
    /// hub's own store, its device is one of them too.
    [[nodiscard]] bool is_of_hub(DeviceId device) const;

    // Writing ---------------------------------------------------------------------------------------------------
    /// The next record's id. It is used up even if nothing is ever written to it.
    RecordId new_record();
    /// Writes all the edits or none, and gives their dots. All that one outermost transaction writes is one act: it
    /// has one stamp. A record's first edits bring its
    /// `made` with them, unless the first of them is that (what is written anew keeps when it was made). invalid: a
    /// value of the wrong type, a text that isn't UTF-8 or is longer than text_most, a second value for a `once` field,
    /// a record of another scope or kind. not_found: the scope was dropped here and what this device wrote in it isn't
    /// all back. Edits that set what is already shown (and isn't contested) write nothing.
    Result<std::vector<Dot>> write(const ScopeId& scope, std::span<const Edit> edits);
    Outcome remove(RecordId record);
    Outcome restore(RecordId record);
    /// Keeps one of a contested field's versions: a new change that supersedes them all.
    Outcome resolve(RecordId record, FieldNo field, const std::string& key, Dot keep);
    /// Runs `work` in one transaction; the calls above and below join it. Observers hear of it once, at its end.
    Outcome transact(const std::function<Outcome()>& work);

    // Reading ---------------------------------------------------------------------------------------------------
    /// Ordered by id. Removed records only if asked for.
    Result<std::vector<Record>> list(KindNo kind, std::optional<ScopeId> scope = {}, bool with_removed = false);
    /// Removed ones too. Empty if it isn't here.
    Result<std::optional<Record>> find(RecordId id);
    /// The record that an import named so.
    Result<std::optional<Record>> find_by_ref(std::string_view ref);
    /// What people wrote, by words. Within a transaction it finds what was there before it.
    Result<SearchResults> search(const Sought& sought);
    Result<std::vector<Contest>> contests();
    Result<std::optional<Contest>> contest(RecordId record, FieldNo field, const std::string& key);
    Result<std::vector<Trayed>> tray();
    /// The hub has judged this change away, whether it is here already or not.
    Result<bool> is_voided(const ScopeId& scope, Dot dot);
    /// Everything that was ever written to the record, in the order of stamps, but nothing before what it was
    /// written over. Empty if it isn't here.
    Result<std::vector<Written>> history(RecordId record);
    /// What stands in the scope's records (removed ones too) that has a stamp of this time (UTC ms) or later, and isn't
    /// of the act that made its record. In the order of stamps. Reads no log: what was replaced since isn't there.
    Result<std::vector<Rewritten>> rewritten_since(const ScopeId& scope, std::int64_t ms);
    /// The changes of this device's last act (all that one outermost transaction wrote), scope by scope, in order.
    /// `Written::over` tells what was there before. Empty before the first one.
    struct LastChange {
        ScopeId scope;
        RecordId record;
        KindNo kind = 0;
        Written written;
        std::vector<Value> before;  // the values of `over`, as far as they are here
        Value shown;                // what the field showed before, of these; empty: nothing
    };
    Result<std::vector<LastChange>> last_act();
    /// All heads of a field (of an element, with its key), greatest stamp first. Empty: nothing was ever written there.
    Result<std::vector<Version>> heads(RecordId record, FieldNo field, const std::string& key = {});
    /// Everything that stands in the record was written by this device.
    Result<bool> is_all_ours(RecordId record);
    /// What stands in the field (not a set's) is this device's own and in no envelope yet: nobody else can have seen
    /// it. False where nothing stands.
    Result<bool> is_unseen(RecordId record, FieldNo field);
    /// A removal that hides a record.
    struct RemovalInForce {
        RecordId record;
        KindNo kind = 0;
        ScopeId scope;
        Dot dot;
        Stamp stamp;
        RecordId by;                // whoever's device wrote it; no record if that isn't known here
        std::int64_t envelope = 0;  // where it lies in the log; 0: in no envelope yet
    };
    /// All of them, in the order of the log.
    Result<std::vector<RemovalInForce>> removals();
    Result<std::vector<ScopeId>> scopes();
    Result<Roster> roster();
    /// The person whose device it is, as far as Device records say. None: unknown.
    Result<RecordId> person_of(DeviceId device);
    /// Changes of this device that the hub has not acknowledged.
    Result<std::uint64_t> waiting();

    // Drafts ----------------------------------------------------------------------------------------------------
    /// Something that is being written at a place of the program: on this device only, in no log and no envelope.
    struct Draft {
        std::string place;
        std::optional<ScopeId> scope;  // it goes when that is dropped
        std::string content;           // the use case's own
        std::int64_t at = 0;           // UTC ms, when it was kept last
    };
    /// The draft at this place; empty if there is none.
    Result<std::optional<Draft>> draft(std::string_view place);
    /// Instead of the one that is there; as durable as any write. too_large: more than text_most.
    Outcome set_draft(std::string_view place, std::optional<ScopeId> scope, std::string_view content);
    Outcome clear_draft(std::string_view place);
    /// All of them, the latest first.
    Result<std::vector<Draft>> drafts();
    /// What was written in one scope belongs to another now; its id in their places too.
    Outcome move_drafts(const ScopeId& from, const ScopeId& to);

    // Attachments -----------------------------------------------------------------------------------------------
    /// The contents of what is attached, beside the database: there as long as the store is.
    Attachments& attachments();

    // Exchange --------------------------------------------------------------------------------------------------
    /// This device's changes in the scope that are in no envelope yet, in order.
    Result<std::vector<Change>> pending(const ScopeId& scope);
    /// The pending changes up to envelope.last_seq become this envelope, which never changes again.
    Outcome seal(const Envelope& envelope);
    /// This device's last envelope in the scope, to chain the next one to.
    Result<std::optional<Envelope>> last_sealed(const ScopeId& scope);
    /// Sealed and not acknowledged, in the order of the log, up to about `bytes` (at least one, if there is one): what
    /// came by file before what was written over it.
    Result<std::vector<Envelope>> unsent(std::size_t bytes);
    /// What became of one of our envelopes. `reason` for the tray.
    Outcome settle(const ScopeId& scope, std::uint64_t first_seq, Delivery delivery, std::string_view reason = {});
    /// The hub has that envelope, which came here by file (or is ours). not_found.
    Outcome settle_of(const ScopeId& scope, DeviceId author, std::uint64_t first_seq);
    /// The hub lacks something of this author's there that is here: all of it is offered again.
    Outcome offer_again_of(const ScopeId& scope, DeviceId author);
    /// What came by file and the hub doesn't take: that envelope and what its author wrote after it there leave this
    /// device, as if they had never come. They may come again. invalid: this device wrote them.
    Outcome take_back(const ScopeId& scope, DeviceId author, std::uint64_t first_seq);
    /// Before own envelopes that the hub hasn't acknowledged leave in a file. Until it has acknowledged them all, a
    /// recovery that isn't whole makes this device another one (recovery.hpp).
    Outcome note_with_others();
    /// The hub has only that much (it was brought back from a backup): envelopes beyond that count as unsent again,
    /// whoever wrote them. Of what isn't named it has nothing.
    Outcome offer_again(std::span<const Reach> hub_has);
    /// The other door: verified envelopes of others (or our own, coming back), in one transaction, together with
    /// `cursor` if it isn't empty (kept as setting "cursor"). What came by file counts as *here* until the hub's word.
    /// Where another envelope is here in the place of one that the hub has, others' gives way, with what follows it;
    /// our own stays, and isn't received for that.
    Result<Received> receive(std::span<const Envelope> envelopes, std::string_view cursor = {},
                             Arrival arrival = Arrival::from_hub);
    /// Scopes that this device may hold from now on; those that it holds and that aren't named are dropped, rows,
    /// log and all, unless own changes there are still to be handed in; where these can't be (may_seal), all is dropped
    /// but they. Gives the scopes that were dropped.
    Result<std::vector<ScopeId>> keep_only(std::span<const ScopeId> scopes);
    /// Takes the scope off this device, whatever waits in it: rows, log, heads, and the attachments that nobody else's
    /// records name; nothing of it stays in a free page. Only how far this device had written there is remembered, so
    /// that it never names two changes alike.
    Outcome drop(const ScopeId& scope);
    Outcome note_seen(std::span<const Reach> reaches);
    /// What this replica has of each device's changes in the scope, but for what has no place in the own log yet.
    Result<std::vector<Reach>> known(const ScopeId& scope);
    /// The one that begins with that seq; empty if there is none here.
    Result<std::optional<Envelope>> envelope(const ScopeId& scope, DeviceId author, std::uint64_t first_seq);
    /// Every envelope of the scope, in the order of the log.
    Result<std::vector<Envelope>> envelopes(const ScopeId& scope);
    /// Only those that have come so far.
    Result<std::vector<Envelope>> envelopes(const ScopeId& scope, Delivery delivery);

    /// A sealed part of somebody's file that this device can't read (sync/wire/sealed.hpp).
    struct CarriedPart {
        std::string name;    // a hash of its bytes
        bool waits = false;  // for the hub
        std::string bytes;
        std::int64_t number = 0;  // rises in the order in which they came
    };
    static constexpr std::size_t carried_most = std::size_t{16} * 1024 * 1024;  // bytes of all together
    /// Keeps it to be passed on. True: it wasn't here. Where there are too many the oldest go, but first those that
    /// don't wait for the hub.
    Result<bool> keep_carried(const CarriedPart& part);
    /// Those after number `after`, in the order in which they came, up to about `bytes` (at least one, if there is
    /// one).
    Result<std::vector<CarriedPart>> carried(bool only_waiting, std::size_t bytes, std::int64_t after = 0);
    /// The hub needs these no more. When none is left that waits for it, all go: what they hold the hub has.
    Outcome drop_carried(std::span<const std::string> names);

    /// The log after `number`, at most about `bytes` (at least one, if there is one), only of the scopes named.
    Result<std::vector<LogEntry>> log_after(std::int64_t number, std::size_t bytes, std::span<const ScopeId> scopes);
    /// The number of the newest envelope; 0 for an empty log.
    Result<std::int64_t> log_end();

    /// After a recovery from damage (recovery.hpp): the hub may have changes of this device that aren't here. Until
    /// they are back nothing can be sealed; what is written waits, and gets its place after them.
    [[nodiscard]] bool awaits_own_log() const;
    /// Everything that the hub has for this device in these scopes has come: there it goes on as if nothing had
    /// happened. In others nothing is written or sealed until they are among them; what waits there goes on waiting.
    /// Nothing to do if nothing was waited for.
    Outcome own_log_is_back(std::span<const ScopeId> scopes);
    /// What waits there can be sealed: all that this device ever wrote there is here.
    Result<bool> may_seal(const ScopeId& scope);

    /// Puts acknowledged envelopes into compressed blocks, up to about `bytes` of them, in small transactions,
    /// gives free pages back and moves the WAL into the file: for a quiet time, at the end of an exchange. It changes
    /// nothing that can be read. invalid: within a transaction.
    Outcome compact_log(std::size_t bytes = std::size_t{4} * 1024 * 1024);

    // Proof -----------------------------------------------------------------------------------------------------
    /// Replays the log into an empty store and compares; one line for each difference. Empty: all is well.
    Result<std::vector<std::string>> check();

    using Observer = std::function<void(std::span<const Touched>)>;
    void observe(Observer observer);

    class Inside;  // engine/store's own

    /// For the hub, which keeps tables of its own beside these, in the same transactions.
    Database& database();

private:
    explicit Store(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace ayni
