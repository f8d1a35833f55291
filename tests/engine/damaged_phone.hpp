#pragma once
// A phone after some weeks of writing and meeting a hub, whose file is then damaged; and what must hold of any
// recovery.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/store/blocks.hpp"
#include "engine/store/recovery.hpp"
#include "tests/engine/damage.hpp"
#include "tests/engine/phones.hpp"

namespace ayni::test {

inline const ScopeId talk{ScopeKind::talk, {DeviceId{0xABCD}, 2}};

// A change as its author would tell it, wherever in the log it stands.
inline std::string told(const Change& change) {
    Change bare = change;
    bare.dot = {};
    bare.supersedes.clear();
    if (auto* removal = std::get_if<Removal>(&bare.value)) {
        removal->saw.clear();
    }
    return pack(std::vector{bare});
}

struct Told {
    ScopeId scope;
    Dot dot;
    std::string words;
    bool is_unsealed = false;
};

inline std::vector<Change> everything_in(Store& store, const ScopeId& scope) {
    std::vector<Change> all;
    for (const Envelope& envelope : must(store.envelopes(scope))) {
        std::ranges::move(must(unpack_changes(envelope.bytes)), std::back_inserter(all));
    }
    std::ranges::move(must(store.pending(scope)), std::back_inserter(all));
    return all;
}

// Rosa's phone after some weeks: of her own some is with the hub, some sealed, some not; and much of Maude's.
class Weeks {
public:
    explicit Weeks(std::optional<DataKey> locked_with = {}) : key(std::move(locked_with)) {
        Phone rosa(file(), key, DeviceId{0x7054A});  // the same bytes each time, as far as they aren't locked
        must(rosa.store->set_person({DeviceId{7}, 7}));
        Phone maude(":memory:", {}, DeviceId{0x3A0DE});
        std::mt19937_64 random(11);
        for (int week = 0; week < 6; ++week) {
            for (const ScopeId& scope : {plan, talk}) {
                write_some(rosa, scope, random);
                write_some(maude, scope, random);
                rosa.hears(maude, scope);
                if (week < 5) {
                    rosa.seal(scope);
                }
                if (week < 4) {
                    for (const Envelope& envelope : must(rosa.store->unsent(SIZE_MAX))) {
                        must(rosa.store->settle(envelope.scope, envelope.first_seq, Delivery::received));
                    }
                    maude.takes(must(rosa.store->envelopes(scope)));
                }
                if (week == 2) {
                    must(rosa.store->compact_log());
                }
            }
        }
        for (const ScopeId& scope : {plan, talk}) {
            for (const Change& change : everything_in(*rosa.store, scope)) {
                ledger.push_back({scope, change.dot, told(change), false});
            }
            for (std::size_t i = must(rosa.store->pending(scope)).size(); i > 0; --i) {
                ledger[ledger.size() - i].is_unsealed = true;
            }
            for (const Envelope& envelope : must(rosa.store->envelopes(scope))) {
                envelopes.push_back(envelope);
            }
            pictures[scope] = rosa.picture(scope);
        }
        for (const Envelope& envelope : must(rosa.store->unsent(SIZE_MAX))) {
            unsent.insert({envelope.scope, envelope.first_seq});
        }
        rosa.is_sound();
        device = rosa.store->device();
        must(rosa.store->database().checkpoint());
        rosa.store.reset();
        whole = bytes_of(file());
    }

    [[nodiscard]] Store::Settings settings_of(const Clock& clock) const { return settings(clock, key); }
    [[nodiscard]] std::filesystem::path file() const { return folder.path / "profile.db"; }
    void is_damaged(const std::string& bytes) const { put_bytes(file(), bytes); }

    // The page where a table begins, counted from 0.
    [[nodiscard]] std::size_t root_of(const std::string& table) const {
        const auto database = must(Database::open(file(), key ? &*key : nullptr));
        auto query = must(database->prepare("SELECT rootpage FROM sqlite_schema WHERE name=?"));
        query.bind_text(1, table);
        REQUIRE(must(query.step()));
        return static_cast<std::size_t>(query.integer(0)) - 1;
    }

    // What a hub has of it: all but what was never acknowledged.
    [[nodiscard]] std::vector<Envelope> with_the_hub() const {
        std::vector<Envelope> all;
        std::ranges::copy_if(envelopes, std::back_inserter(all), [&](const Envelope& envelope) {
            return envelope.device != device || !unsent.contains({envelope.scope, envelope.first_seq});
        });
        return all;
    }

    // Each change is there, or named as missing; only of the end may less be known.
    void accounts_for_everything(Store& store, const Recovery& report) const {
        std::set<std::string> here;
        for (const ScopeId& scope : {plan, talk}) {
            for (const Change& change : everything_in(store, scope)) {
                here.insert(to_text(scope) + told(change));
            }
        }
        std::map<std::pair<ScopeId, DeviceId>, std::uint64_t> ends;
        for (const Told& change : ledger) {
            if (here.contains(to_text(change.scope) + change.words)) {
                auto& end = ends[{change.scope, change.dot.device}];
                end = std::max(end, change.dot.seq);
            }
        }
        for (const Told& change : ledger) {
            const bool kept = here.contains(to_text(change.scope) + change.words);
            const bool named = std::ranges::any_of(report.gaps, [&](const Recovery::Gap& gap) {
                return gap.scope == change.scope && gap.device == change.dot.device &&
                       gap.first_seq <= change.dot.seq && change.dot.seq <= gap.last_seq;
            });
            const bool at_the_end = report.end_unknown && change.dot.seq > ends[{change.scope, change.dot.device}];
            INFO(to_text(change.scope) << ' ' << to_text(change.dot));
            const bool garbled = unsealed_may_be_garbled && change.is_unsealed;
            REQUIRE((kept || named || at_the_end || garbled || report.out_of_place > 0));
        }
    }

    std::optional<DataKey> key;
    Folder folder;
    std::string whole;  // the file, undamaged
    DeviceId device;
    std::vector<Told> ledger;
    bool unsealed_may_be_garbled = false;  // nothing tells in plain SQLite; in a locked file each page is signed
    std::vector<Envelope> envelopes;
    std::set<std::pair<ScopeId, std::uint64_t>> unsent;
    std::map<ScopeId, std::string> pictures;

private:
    static void write_some(const Phone& phone, const ScopeId& scope, std::mt19937_64& random) {
        const KindNo what = scope == plan ? kind::goal : kind::session_note;
        for (int i = 0; i < 8; ++i) {
            phone.clock_ahead();
            const char* field = scope == plan ? "title" : "text";
            const RecordId id =
                phone.makes(scope, what, {{field, std::string(random() % 900, 'a' + static_cast<char>(i))}});
            phone.sets(scope, id, what, field, std::string("after ") + std::to_string(random() % 1000));
            if (i % 5 == 0) {
                must(phone.store->remove(id));
            }
        }
    }
};

// Envelopes that SQLite itself still gives, each asked for alone.
inline std::set<std::string> readable_envelopes(const std::filesystem::path& file, const DataKey* key) {
    std::set<std::string> readable;
    const auto database = Database::open(file, key);
    for (int number = 1; database && number < 400; ++number) {
        auto query = (*database)->prepare("SELECT bytes, block, place, size FROM envelope WHERE number=?");
        if (!query) {
            break;
        }
        const auto row = query->bind(1, std::int64_t{number}).step();
        const auto bytes = row && *row ? Blocks(**database).bytes_in(*query, 0) : Result<std::string>(std::string());
        if (bytes) {
            readable.insert(*bytes);
        }
    }
    return readable;
}

// A hub gives all that it has, and the phone goes on.
inline void is_given_back(Store& store, const Weeks& weeks) {
    must(store.receive(weeks.with_the_hub()));
    must(store.own_log_is_back(std::vector{plan, talk}));
    CHECK_FALSE(store.awaits_own_log());
}

// No seq is given twice: what is sealed from here on follows what the hub has.
inline void seals_after_what_the_hub_has(Store& store, const Weeks& weeks) {
    for (const ScopeId& scope : {plan, talk}) {
        std::uint64_t last = 0;
        for (const Envelope& envelope : weeks.with_the_hub()) {
            last = envelope.scope == scope && envelope.device == store.device() ? envelope.last_seq : last;
        }
        for (const Envelope& envelope : must(store.envelopes(scope))) {
            if (envelope.device == store.device()) {
                last = std::max(last, envelope.last_seq);
            }
        }
        const auto waiting = must(store.pending(scope));
        for (const Change& change : waiting) {
            REQUIRE(change.dot == Dot{store.device(), ++last});
        }
        if (!waiting.empty()) {
            must(store.seal({scope, store.device(), waiting.front().dot.seq, waiting.back().dot.seq, pack(waiting)}));
        }
    }
}

struct Healed {
    Recovery report;
    std::unique_ptr<Store> store;
};

// What a signature does: it tells each envelope from what is left of one.
class Signatures final : public Witness {
public:
    explicit Signatures(const Weeks& weeks) {
        for (const Envelope& envelope : weeks.envelopes) {
            known_.emplace(envelope.bytes, envelope);
        }
    }
    Standing hear(Settings& said, const Settings& /*otherwise*/) override {
        return said.contains("device") ? Standing::joined : Standing::unknown;
    }
    void give_up(Settings& /*settings*/) override {}
    Result<Envelope> attest(const std::string& bytes) override {
        const auto found = known_.find(bytes);
        return found != known_.end() ? Result<Envelope>(found->second) : Result<Envelope>(Fault::bad_signature);
    }

    bool is_part(std::string_view /*name*/, std::string_view /*bytes*/) override { return true; }
    std::size_t length_of_first(std::string_view bytes) override {
        std::size_t longest = 0;
        for (const auto& [known, envelope] : known_) {
            longest = bytes.starts_with(known) ? std::max(longest, known.size()) : longest;
        }
        return longest;
    }

private:
    std::map<std::string, Envelope> known_;
};

inline Healed heal(const Weeks& weeks, const Clock& clock) {
    const std::filesystem::path file = weeks.file();
    Signatures signatures(weeks);
    Healed healed;
    healed.report = must(recover(file, weeks.settings_of(clock), &signatures));
    healed.store = must(Store::open(file, weeks.settings_of(clock)));
    return healed;
}

inline void is_sound(Store& store) {
    const auto differences = must(store.check());
    INFO((differences.empty() ? std::string() : differences.front()));
    CHECK(differences.empty());
}

inline void is_healed(const Weeks& weeks, const Clock& clock, const std::string& damaged) {
    weeks.is_damaged(damaged);
    const std::set<std::string> readable = [&] {
        const std::filesystem::path copy = weeks.folder.path / "copy.db";
        put_bytes(copy, damaged);
        return readable_envelopes(copy, weeks.key ? &*weeks.key : nullptr);
    }();
    Healed healed = heal(weeks, clock);
    if (healed.report.was_needed) {
        REQUIRE(bytes_of(weeks.folder.path / healed.report.set_aside) == damaged);
    }
    is_sound(*healed.store);
    weeks.accounts_for_everything(*healed.store, healed.report);
    if (!healed.report.keys_lost) {
        REQUIRE(healed.store->device() == weeks.device);
    }
    std::set<std::string> kept;
    for (const ScopeId& scope : {plan, talk}) {
        for (const Envelope& envelope : must(healed.store->envelopes(scope))) {
            kept.insert(envelope.bytes);
        }
    }
    for (const Envelope& envelope : weeks.envelopes) {
        if (readable.contains(envelope.bytes) && !healed.report.keys_lost) {
            REQUIRE(kept.contains(envelope.bytes));
        }
    }
    // She goes on at once, and again when the hub has given back what it has.
    const RecordId fresh = healed.store->new_record();
    must(healed.store->write(plan, std::vector{make_edit(fresh, kind::goal, "title", std::string("Seguir"))}));
    is_sound(*healed.store);
    is_given_back(*healed.store, weeks);
    is_sound(*healed.store);
    CHECK(must(healed.store->find(fresh))->text("title") == "Seguir");
    const auto report = must(last_recovery(*healed.store));
    weeks.accounts_for_everything(*healed.store, report.value_or(healed.report));
    seals_after_what_the_hub_has(*healed.store, weeks);
    is_sound(*healed.store);
}

}  // namespace ayni::test
