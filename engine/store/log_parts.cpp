#include "engine/store/log_parts.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <set>
#include <utility>

#include "engine/merge/packed.hpp"
#include "engine/store/renumber.hpp"

namespace ayni {
namespace {

using Whose = std::pair<ScopeId, DeviceId>;
using Run = std::map<std::uint64_t, std::uint64_t>;  // first seq → last seq, none overlapping

bool is_free(const Run& run, std::uint64_t first, std::uint64_t last) {
    const auto after = run.upper_bound(last);
    return after == run.begin() || std::prev(after)->second < first;
}

class Assembly {
public:
    Assembly(const Salvage& found, const Store::Settings& settings, Witness* witness)
        : found_(found), settings_(settings), witness_(witness) {
        for (const auto& [number, id] : found.replicas) {
            devices_[number] = DeviceId{std::bit_cast<std::uint64_t>(id)};
        }
        for (const auto& [number, row] : found.scopes) {
            const DeviceId device{std::bit_cast<std::uint64_t>(row[1])};
            scopes_[number] = {static_cast<ScopeKind>(row[0]), {device, static_cast<std::uint64_t>(row[2])}};
        }
        parts_.settings = found.settings;
    }

    Result<LogParts> assemble() {
        find_device();
        const auto standing =
            witness_ != nullptr ? witness_->hear(parts_.settings, found_.otherwise) : Witness::Standing::joined;
        for (const auto& [number, variants] : found_.envelopes) {
            const bool taken = std::ranges::any_of(variants, [&](const auto& row) { return take(row); });
            unread_ = unread_ || !taken;
        }
        for (const auto& [scope, bytes] : found_.loose) {
            take_loose(scope, bytes);
        }
        take_pending();
        take_carried();
        decide_who_we_are(standing);
        note_reach();
        find_gaps();
        const bool waited = found_.settings.contains("log") && found_.settings.at("log") == "awaits_own";
        parts_.is_read = found_.log_is_sound && found_.complete && !unread_ && parts_.out_of_place == 0;
        const bool is_all = parts_.is_read && !waited && parts_.gaps.empty();
        if (!is_all && !parts_.keys_lost && is_with_others()) {
            give_up_the_name();
        }
        if (parts_.keys_lost) {
            become_another();
            name_unsent_records();
        }
        number_waiting();
        parts_.is_whole = is_all && !parts_.keys_lost;
        parts_.scopes = scopes_;
        return std::move(parts_);
    }

private:
    // Four places know it; what most of them say, the first of them if they are at odds.
    void find_device() {
        std::vector<DeviceId> said;
        for (const auto* settings : {&found_.settings, &found_.otherwise}) {
            const auto found = settings->find("device");
            const auto device = found != settings->end() ? parse_device(found->second) : std::nullopt;
            if (device) {
                said.push_back(*device);
            }
        }
        if (const auto first = devices_.find(1); first != devices_.end()) {
            said.push_back(first->second);  // its own number is always 1: it is met first
        }
        for (const auto& [scope, bytes] : found_.pending) {
            const auto changes = unpack_changes(bytes);
            if (changes && !changes->empty()) {
                said.push_back(changes->front().dot.device);
                break;
            }
        }
        const auto most = std::ranges::max_element(
            said, {}, [&](const DeviceId& device) { return std::ranges::count(said, device); });
        device_ = most != said.end() ? *most : DeviceId{};
        if (device_.value != 0) {
            parts_.settings["device"] = to_text(device_);
        }
        const auto counter = parts_.settings.find("records");
        if (counter != parts_.settings.end()) {
            std::from_chars(counter->second.data(), counter->second.data() + counter->second.size(), parts_.records);
        }
    }

    bool agree(const Envelope& envelope, const std::vector<Change>& changes) const {
        std::uint64_t seq = envelope.first_seq;
        return std::ranges::all_of(changes,
                                   [&](const Change& change) {
                                       return change.dot == Dot{envelope.device, seq++};
                                   }) &&
               seq == envelope.last_seq + 1;
    }

    std::optional<Envelope> by_its_row(const Salvage::Envelope& row) const {
        const auto scope = scopes_.find(row.scope);
        const auto device = devices_.find(row.replica);
        if (scope == scopes_.end() || device == devices_.end()) {
            return std::nullopt;
        }
        return Envelope{scope->second, device->second, static_cast<std::uint64_t>(row.first_seq),
                        static_cast<std::uint64_t>(row.last_seq), row.bytes};
    }

    std::optional<Envelope> envelope_of(const Salvage::Envelope& row) {
        if (witness_ != nullptr) {
            auto said = witness_->attest(row.bytes);
            if (said) {
                scopes_.emplace(row.scope, said->scope);
                if (row.replica > 0) {
                    devices_.emplace(row.replica, said->device);
                }
                return std::move(*said);
            }
            return said.fault() == Fault::made_by_newer_app ? by_its_row(row) : std::nullopt;
        }
        auto envelope = by_its_row(row);
        const auto changes = settings_.decode(row.bytes);
        return envelope && changes && agree(*envelope, *changes) ? envelope : std::nullopt;
    }

    void note_own(const std::vector<Change>& changes) {
        for (const Change& change : changes) {
            if (change.dot.device != device_) {
                continue;
            }
            last_stamp_ = std::max(last_stamp_, change.stamp);
            if (change.record.device == device_ && change.field == field::made) {
                parts_.records = std::max(parts_.records, change.record.counter);
            }
        }
    }

    // Out of a block whose envelopes' rows are gone: one behind the other, all acknowledged.
    void take_loose(std::int64_t scope, std::string_view bytes) {
        while (witness_ != nullptr && !bytes.empty()) {
            const std::size_t length = witness_->length_of_first(bytes);
            if (length == 0 || length > bytes.size()) {
                unread_ = true;
                return;
            }
            Salvage::Envelope row;
            row.scope = scope;
            row.delivery = static_cast<std::int64_t>(Delivery::received);
            row.bytes = bytes.substr(0, length);
            bytes.remove_prefix(length);
            unread_ = !take(row) || unread_;
        }
    }

    // True: it stands in the log now, or did so before.
    bool take(const Salvage::Envelope& row) {
        auto envelope = envelope_of(row);
        if (!envelope || envelope->first_seq == 0 || envelope->last_seq >= provisional_first) {
            return false;
        }
        Run& run = runs_[{envelope->scope, envelope->device}];
        if (!is_free(run, envelope->first_seq, envelope->last_seq)) {
            return run.contains(envelope->first_seq);
        }
        run[envelope->first_seq] = envelope->last_seq;
        if (const auto changes = settings_.decode(envelope->bytes)) {
            note_own(*changes);
            for (const Change& change : *changes) {
                homes_.emplace(change.record, envelope->scope);
            }
        }
        // What may be with no hub is offered once more; others' are never refused here.
        const bool own = envelope->device == device_;
        const bool known = row.delivery >= 0 &&
                           row.delivery <= static_cast<std::int64_t>(own ? Delivery::refused : Delivery::received);
        const Delivery delivery = known ? static_cast<Delivery>(row.delivery) : Delivery::sealed;
        parts_.log.push_back({std::move(*envelope), delivery, own ? row.reason : std::string{}});
        return true;
    }

    std::optional<ScopeId> scope_of_pending(std::int64_t number, const std::vector<Change>& changes) const {
        if (const auto scope = scopes_.find(number); scope != scopes_.end()) {
            return scope->second;
        }
        for (const Change& change : changes) {
            if (const auto home = homes_.find(change.record); home != homes_.end()) {
                return home->second;
            }
        }
        return std::nullopt;
    }

    void take_pending() {
        std::map<ScopeId, std::map<std::uint64_t, Change>> all;
        for (const auto& [number, bytes] : found_.pending) {
            auto changes = unpack_changes(bytes);
            if (!changes || changes->empty() || changes->front().dot.device != device_) {
                unread_ = true;
                continue;
            }
            note_own(*changes);
            const auto scope = scope_of_pending(number, *changes);
            parts_.out_of_place += scope ? 0 : changes->size();
            for (Change& change : *changes) {
                const std::uint64_t seq = change.dot.seq;
                if (scope && is_free(runs_[{*scope, device_}], seq, seq)) {
                    all[*scope].emplace(seq, std::move(change));
                }
            }
        }
        for (auto& [scope, changes] : all) {
            for (auto& [seq, change] : changes) {
                if (seq < provisional_first) {
                    runs_[{scope, device_}].emplace(seq, seq);
                }
                parts_.waiting[scope].push_back(std::move(change));
            }
        }
    }

    // In a part that a bit has flipped in there is nothing that anybody could open, and no file with it could be read.
    void take_carried() {
        for (const auto& [number, variants] : found_.carried) {
            for (const Salvage::Carried& part : variants) {
                if (witness_ != nullptr && witness_->is_part(part.name, part.bytes)) {
                    parts_.carried.push_back(part);
                    break;
                }
            }
        }
    }

    void decide_who_we_are(Witness::Standing standing) {
        parts_.has_hub = standing != Witness::Standing::alone || !parts_.log.empty();
        parts_.keys_lost = device_.value == 0 || standing == Witness::Standing::unknown ||
                           (standing == Witness::Standing::alone && !parts_.log.empty());
        parts_.device = device_;
        parts_.known_until = last_stamp_.ms();
    }

    void note_reach() {
        for (const auto& [key, row] : found_.reach) {
            const auto scope = scopes_.find(key.first);
            const auto device = devices_.find(key.second);
            if (scope == scopes_.end() || device == devices_.end()) {
                unread_ = true;
                continue;
            }
            named_.insert({scope->second, device->second});
            const bool own = device->second == device_;
            const auto stamp = static_cast<std::int64_t>(last_stamp_.packed);
            parts_.reach.push_back({scope->second, device->second, row.seq, row.settled, row.seen,
                                    own ? std::max(row.stamp, stamp) : row.stamp});
            if (row.seq > 0 && static_cast<std::uint64_t>(row.seq) < provisional_first) {
                runs_.try_emplace({scope->second, device->second});
                said_[{scope->second, device->second}] = static_cast<std::uint64_t>(row.seq);
            }
        }
    }

    void find_gaps() {
        for (const auto& [whose, run] : runs_) {
            // Whoever has an envelope here has a row that says how far she is.
            unread_ = unread_ || (whose.second != device_ && !run.empty() && !named_.contains(whose));
            std::uint64_t next = 1;
            const auto gap = [&, whose = whose](std::uint64_t last) {
                if (last >= next) {
                    parts_.gaps.push_back({whose.first, whose.second, next, last, whose.second == device_});
                }
            };
            for (const auto& [first, last] : run) {
                gap(first - 1);
                next = last + 1;
            }
            gap(said_.contains(whose) ? said_.at(whose) : 0);
        }
    }

    bool is_with_others() const {
        const auto said = found_.settings.find(std::string(with_others_setting));
        return said != found_.settings.end() && !said->second.empty();
    }

    // What the hub gives back isn't all that others may have: no seq is sure to be free. What is here without a hole,
    // as it was signed, stays under the old name and is offered to the hub, as whoever has the file does: nobody gets
    // it twice.
    void give_up_the_name() {
        parts_.keys_lost = true;
        if (witness_ != nullptr) {
            witness_->give_up(parts_.settings);
        }
        std::map<ScopeId, std::map<std::uint64_t, const Store::Inside::Kept*>> own;
        for (const Store::Inside::Kept& kept : parts_.log) {
            if (kept.envelope.device == device_) {
                own[kept.envelope.scope].emplace(kept.envelope.first_seq, &kept);
            }
        }
        for (const auto& [scope, run] : own) {
            std::uint64_t next = 1;
            for (const auto& [first, kept] : run) {
                if (first != next || kept->delivery == Delivery::refused) {
                    break;
                }
                next = kept->envelope.last_seq + 1;
            }
            stays_until_[scope] = next;
        }
    }

    // Nobody can vouch for the old name any more: what it had not handed in is written under a new one.
    void become_another() {
        parts_.device = new_device();
        parts_.records = 0;
        parts_.settings.erase(std::string(with_others_setting));
        std::vector<Store::Inside::Kept> log;
        std::map<ScopeId, std::vector<Change>> unsent;
        for (Store::Inside::Kept& kept : parts_.log) {
            auto changes = settings_.decode(kept.envelope.bytes);
            const bool own = kept.envelope.device == device_;
            const bool stays = own && kept.envelope.last_seq < stays_until_[kept.envelope.scope];
            if (!own || stays || kept.delivery == Delivery::received || !changes) {
                log.push_back(std::move(kept));
                continue;
            }
            std::ranges::move(*changes, std::back_inserter(unsent[kept.envelope.scope]));
        }
        for (auto& [scope, changes] : unsent) {
            std::vector<Change>& waiting = parts_.waiting[scope];
            waiting.insert(waiting.begin(), std::make_move_iterator(changes.begin()),
                           std::make_move_iterator(changes.end()));
        }
        parts_.log = std::move(log);
    }

    // A record belongs where its own device made it, so what nobody else has heard of is made by the new one.
    void name_unsent_records() {
        std::map<RecordId, RecordId> names;
        for (const auto& [scope, changes] : parts_.waiting) {
            for (const Change& change : changes) {
                if (change.field == field::made && change.record.device == device_) {
                    names.emplace(change.record, RecordId{parts_.device, ++parts_.records});
                }
            }
        }
        const auto now = [&](const RecordId& id) { return names.contains(id) ? names.at(id) : id; };
        for (auto& [scope, changes] : parts_.waiting) {
            for (Change& change : changes) {
                change.record = now(change.record);
                if (const auto key = parse_record(change.key)) {
                    change.key = to_text(now(*key));
                }
                if (auto* id = std::get_if<RecordId>(&change.value)) {
                    *id = now(*id);
                }
            }
        }
    }

    void number_waiting() {
        for (auto& [scope, changes] : parts_.waiting) {
            changes = follow_on(parts_.device, {}, std::move(changes), provisional_first - 1, Unknown::kept);
        }
    }

    const Salvage& found_;
    const Store::Settings& settings_;
    Witness* witness_;
    LogParts parts_;
    DeviceId device_;  // who we were
    Stamp last_stamp_;
    std::map<std::int64_t, DeviceId> devices_;
    std::map<std::int64_t, ScopeId> scopes_;
    std::map<RecordId, ScopeId> homes_;
    std::map<Whose, Run> runs_;
    std::map<Whose, std::uint64_t> said_;           // how far the log went
    std::set<Whose> named_;                         // in a row that says that
    std::map<ScopeId, std::uint64_t> stays_until_;  // under the old name, though the hub may not have it
    bool unread_ = false;
};

}  // namespace

Result<LogParts> assemble(const Salvage& found, const Store::Settings& settings, Witness* witness) {
    return Assembly(found, settings, witness).assemble();
}

}  // namespace ayni
