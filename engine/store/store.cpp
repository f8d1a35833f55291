#include "engine/store/store.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <random>
#include <set>

#include "engine/store/cipher.hpp"
#include "engine/store/inside.hpp"
#include "engine/store/migrations.hpp"
#include "engine/store/pages.hpp"
#include "engine/store/set_aside.hpp"

namespace ayni {
namespace {

// What can't be had again without a new invitation, kept on two pages, so that no single one that is damaged makes a
// device a stranger: who it is, how it proves that to its hub (sync/client/profile.hpp), and whether others may have of
// it what its hub hasn't.
constexpr std::array<std::string_view, 9> keepsakes{
    "device", "person", "secret_key", "token", "hub_url", "hub_name", "hub_key", "hub_device", with_others_setting};

// 0 for anything that isn't a number.
std::uint64_t number_in(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Ids are used up by so many, so that not every record that is made has to say how far they are.
constexpr std::uint64_t records_at_once = 64;

}  // namespace

DeviceId new_device() {
    std::random_device random;
    DeviceId device;
    while (device.value == 0) {
        device.value = (static_cast<std::uint64_t>(random()) << 32U) | random();
    }
    return device;
}

Outcome put_setting(Database& database, std::string_view name, std::string_view value) {
    AYNI_LET(upsert, database.prepare("INSERT OR REPLACE INTO setting(name, value) VALUES(?, ?)"));
    AYNI_TRY(upsert.bind_text(1, name).bind_blob(2, value).run());
    if (std::ranges::find(keepsakes, name) == keepsakes.end()) {
        return Done{};
    }
    AYNI_LET(again, database.prepare("INSERT OR REPLACE INTO keepsake(name, value) VALUES(?, ?)"));
    return again.bind_text(1, name).bind_blob(2, value).run();
}

Result<std::string> get_setting(Database& database, std::string_view name) {
    AYNI_LET(query, database.prepare("SELECT value FROM setting WHERE name=?"));
    AYNI_LET(found, query.bind_text(1, name).step());
    return found ? query.text(0) : std::string{};
}

Store::Inside::Inside(std::unique_ptr<Database> opened, Settings given)
    : database(std::move(opened)),
      settings(std::move(given)),
      attachments(*database, settings.attachments, settings.key),
      replicas(*database),
      pending(*database),
      blocks(*database),
      search_index(*database, settings.searched && !settings.rights_only) {
    if (settings.clock == nullptr) {
        settings.clock = &system_clock();
    }
}

Outcome Store::Inside::load() {
    AYNI_TRY(replicas.reload());
    scope_numbers.clear();
    scope_ids.clear();
    AYNI_LET(query, database->prepare("SELECT number, kind, device, counter FROM scope ORDER BY number"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        const ScopeId scope{
            static_cast<ScopeKind>(query.integer(1)),
            {DeviceId{std::bit_cast<std::uint64_t>(query.integer(2))}, static_cast<std::uint64_t>(query.integer(3))}};
        scope_ids.push_back(scope);
        scope_numbers.emplace(scope, query.integer(0));
    }
    AYNI_LET(own, get_setting(*database, "device"));
    AYNI_LET(verdicts_by, get_setting(*database, "hub_device"));
    AYNI_LET(author, get_setting(*database, "person"));
    AYNI_LET(counter, get_setting(*database, "records"));
    AYNI_LET(state, get_setting(*database, "log"));
    AYNI_LET(out, get_setting(*database, with_others_setting));
    with_others = !out.empty();
    log_state = state == "awaits_own" ? Log::awaits_own : state == "has_holes" ? Log::has_holes : Log::whole;
    device = parse_device(own).value_or(DeviceId{});
    know_hubs(verdicts_by);
    person = parse_record(author).value_or(RecordId{});
    records_saved = number_in(counter);
    records = records_written = std::max(records, records_saved);
    reaches.clear();
    reaches_changed.clear();
    blocks.forget();
    AYNI_TRY(pending.load());
    AYNI_LET(number, replicas.number_of(device));
    me = number;
    AYNI_LET(stamp, database->prepare("SELECT coalesce(max(stamp), 0) FROM reach WHERE replica=?"));
    AYNI_TRY(stamp.bind(1, me).step());
    last_stamp = Stamp{static_cast<std::uint64_t>(stamp.integer(0))};
    for (const std::int64_t scope : pending.scopes()) {
        last_stamp = std::max(last_stamp, pending.run(scope).stamp);
    }
    AYNI_LET(early, database->prepare("SELECT EXISTS(SELECT 1 FROM early), EXISTS(SELECT 1 FROM voided)"));
    AYNI_TRY(early.step());
    any_early = early.integer(0) != 0;
    any_voided = early.integer(1) != 0;
    owners_loaded = false;
    decoded.clear();
    AYNI_TRY(load_named_by_others());
    return load_left();
}

void Store::Inside::know_hubs(std::string_view listed) {
    hubs.clear();
    if (settings.rights_only) {
        hubs.push_back(device);
    }
    while (!listed.empty()) {
        const std::size_t space = std::min(listed.find(' '), listed.size());
        if (const auto known = parse_device(listed.substr(0, space)); known && known->value != 0) {
            hubs.push_back(*known);
        }
        listed.remove_prefix(std::min(space + 1, listed.size()));
    }
}

// What is kept in memory until a transaction ends goes into the database.
Outcome Store::Inside::settle_up() {
    AYNI_TRY(pending.flush());
    return write_reaches();
}

Outcome Store::Inside::end_act() {
    if (broken) {
        return *broken;
    }
    AYNI_TRY(settle_up());
    AYNI_TRY(note_act());
    AYNI_TRY(search_index.settle());
    if (records > records_saved) {
        records_saved = records + records_at_once;
        return put_setting(*database, "records", std::to_string(records_saved));
    }
    return Done{};
}

Outcome Store::Inside::transact(const std::function<Outcome()>& work) {
    const bool outermost = depth == 0;
    if (outermost) {
        act_began.reset();
        broken.reset();
    } else {
        AYNI_TRY(settle_up());  // if this part is taken back, what was written before it stays
    }
    const std::size_t heard = touched.size();
    const std::size_t noted = search_index.noted();
    ++depth;
    const Outcome outcome = database->transact([&]() -> Outcome {
        AYNI_TRY(work());
        return outermost ? end_act() : Outcome{Done{}};
    });
    --depth;
    if (!outcome) {
        touched.resize(std::min(heard, touched.size()));
        search_index.back_to(noted);
        static_cast<void>(load());
        return outcome;
    }
    if (outermost) {
        attachments.sweep_if_due();
    }
    if (outermost && !touched.empty()) {
        const std::vector<Touched> news = std::exchange(touched, {});
        for (const Observer& observer : observers) {
            observer(news);
        }
    }
    return outcome;
}

Result<std::int64_t> Store::Inside::scope_number(const ScopeId& scope) {
    if (const auto found = scope_numbers.find(scope); found != scope_numbers.end()) {
        return found->second;
    }
    const auto number = static_cast<std::int64_t>(scope_ids.size()) + 1;
    AYNI_LET(insert, database->prepare("INSERT INTO scope(number, kind, device, counter) VALUES(?,?,?,?)"));
    insert.bind(1, number).bind(2, static_cast<std::int64_t>(scope.kind));
    insert.bind(3, std::bit_cast<std::int64_t>(scope.subject.device.value));
    AYNI_TRY(insert.bind(4, static_cast<std::int64_t>(scope.subject.counter)).run());
    scope_ids.push_back(scope);
    scope_numbers.emplace(scope, number);
    return number;
}

std::int64_t Store::Inside::known_scope(const ScopeId& scope) const {
    const auto found = scope_numbers.find(scope);
    return found != scope_numbers.end() ? found->second : 0;
}

ScopeId Store::Inside::scope_of(std::int64_t number) const {
    const auto at = static_cast<std::size_t>(number - 1);
    return at < scope_ids.size() ? scope_ids[at] : ScopeId{};
}

Result<Store::Inside::ReachRow> Store::Inside::reach(std::int64_t scope, std::int64_t replica) {
    auto known = reaches.find({scope, replica});
    if (known == reaches.end()) {
        AYNI_LET(query, database->prepare("SELECT seq, settled, seen, stamp FROM reach WHERE scope=? AND replica=?"));
        AYNI_LET(found, query.bind(1, scope).bind(2, replica).step());
        ReachRow row;
        if (found) {
            const auto at = [&](int column) { return static_cast<std::uint64_t>(query.integer(column)); };
            row = {at(0), at(1), at(2), Stamp{at(3)}};
        }
        known = reaches.emplace(std::pair(scope, replica), row).first;
    }
    ReachRow row = known->second;
    if (replica == me) {
        const Pending::Run waiting = pending.run(scope);
        row.seq = std::max(row.seq, waiting.last_seq);
        row.stamp = std::max(row.stamp, waiting.stamp);
    }
    return row;
}

Result<std::vector<std::int64_t>> Store::Inside::reached(std::int64_t scope) {
    std::set<std::int64_t> all;
    if (pending.run(scope).first_seq != 0) {
        all.insert(me);
    }
    AYNI_TRY(write_reaches());
    AYNI_LET(query, database->prepare("SELECT replica FROM reach WHERE scope=?"));
    query.bind(1, scope);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return std::vector<std::int64_t>(all.begin(), all.end());
        }
        all.insert(query.integer(0));
    }
}

void Store::Inside::set_reach(std::int64_t scope, std::int64_t replica, const ReachRow& row) {
    reaches.insert_or_assign({scope, replica}, row);
    if (reaches_changed.empty() || reaches_changed.back() != std::pair(scope, replica)) {
        reaches_changed.emplace_back(scope, replica);
    }
}

Outcome Store::Inside::write_reaches() {
    std::ranges::sort(reaches_changed);
    reaches_changed.erase(std::unique(reaches_changed.begin(), reaches_changed.end()), reaches_changed.end());
    for (const auto& [scope, replica] : reaches_changed) {
        const ReachRow& row = reaches.at({scope, replica});
        AYNI_LET(upsert, database->prepare("INSERT OR REPLACE INTO reach(scope, replica, seq, settled, seen, stamp) "
                                           "VALUES(?,?,?,?,?,?)"));
        upsert.bind(1, scope).bind(2, replica).bind(3, static_cast<std::int64_t>(row.seq));
        upsert.bind(4, static_cast<std::int64_t>(row.settled)).bind(5, static_cast<std::int64_t>(row.seen));
        AYNI_TRY(upsert.bind(6, static_cast<std::int64_t>(row.stamp.packed)).run());
    }
    reaches_changed.clear();
    return Done{};
}

Outcome Store::Inside::forget_reaches() {
    AYNI_TRY(write_reaches());
    reaches.clear();
    return Done{};
}

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file, Settings settings) {
    AYNI_LET(finished, finish_taking_place(file));
    static_cast<void>(finished);
    AYNI_LET(lost, lost_commits(file));
    if (lost) {
        return {Fault::storage_corrupt, "commits lie behind a tear in the write-ahead log"};
    }
    if (settings.key) {
        AYNI_TRY(lock_plain(file, *settings.key));
    }
    AYNI_LET(database, Database::open(file, settings.key ? &*settings.key : nullptr));
    AYNI_TRY(migrate(*database));
    AYNI_LET(own, get_setting(*database, "device"));
    if (own.empty()) {
        AYNI_TRY(put_setting(*database, "device", to_text(settings.device.value_or(new_device()))));
    }
    auto inside = std::make_unique<Inside>(std::move(database), std::move(settings));
    AYNI_TRY(inside->load());
    AYNI_TRY(inside->search_index.catch_up());
    // On a full disk a profile opens too: what isn't tidied now is the next time.
    static_cast<void>(inside->attachments.tidy_up());
    return std::unique_ptr<Store>(new Store(std::move(inside)));
}

DeviceId Store::device() const {
    return inside_->device;
}
RecordId Store::person() const {
    return inside_->person;
}
const Clock& Store::clock() const {
    return *inside_->settings.clock;
}
Attachments& Store::attachments() {
    return inside_->attachments;
}
Database& Store::database() {
    return *inside_->database;
}
bool Store::is_of_hub(DeviceId device) const {
    return inside_->is_of_hub(device);
}
void Store::observe(Observer observer) {
    inside_->observers.push_back(std::move(observer));
}

Outcome Store::set_person(RecordId person) {
    AYNI_TRY(set_setting("person", to_text(person)));
    inside_->person = person;
    return Done{};
}

Result<std::string> Store::setting(std::string_view name) const {
    return get_setting(*inside_->database, name);
}

Outcome Store::set_setting(std::string_view name, std::string_view value) {
    AYNI_TRY(put_setting(*inside_->database, name, value));
    if (name == "hub_device") {
        inside_->know_hubs(value);
    }
    return Done{};
}

Outcome Store::transact(const std::function<Outcome()>& work) {
    return inside_->transact(work);
}

}  // namespace ayni
