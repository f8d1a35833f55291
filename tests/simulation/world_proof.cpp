// What must always hold, looked at.

#include <algorithm>

#include "engine/merge/packed.hpp"
#include "sync/hub/file_depot.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/simulation/world.hpp"

namespace ayni::simulation {
namespace {

// After so many rounds of everybody meeting the hub with nothing in the way there must be nothing left to say.
constexpr std::size_t rounds_most = 8;

std::string without_stamp(Change change) {
    change.stamp = {};
    return pack(std::vector{change});
}

}  // namespace

World::Picture World::picture(Store& store, const ScopeId& scope) {
    Picture all;
    for (const KindDef& kind : kinds()) {
        for (const Record& record : must(store.list(kind.number, scope, true), "list")) {
            all += to_text(record.id) + ' ' + std::string(kind.name) + (record.removed ? " removed" : "");
            for (const auto& [field, value] : record.values) {
                const bool is_text = value.index() == 4;
                all += ' ' + std::to_string(field) + '=' + (is_text ? std::get<std::string>(value) : pack(value));
            }
            for (const auto& [field, elements] : record.sets) {
                for (const Element& element : elements) {
                    all += ' ' + std::to_string(field) + '[' + element.key + "]=" + pack(element.value);
                }
            }
            for (const FieldNo field : record.contested) {
                all += " !" + std::to_string(field);
            }
            all += '\n';
        }
    }
    return all;
}

void World::ends_well() {
    comes_to_rest();
    all_show_the_same();
    nothing_is_lost();
    // All show the same: one of them tells for the others whether it follows from their logs.
    is_sound(*phones_[seed_ % phones_.size()]);
}

void World::comes_to_rest() {
    late_.clear();
    Step kind;
    for (std::size_t round = 0; round < rounds_most; ++round) {
        bool is_at_rest = true;
        for (const auto& phone : phones_) {
            if (phone->is_lost()) {
                continue;
            }
            const std::int64_t cursor_before = must(phone->store->log_end(), "log");
            now_ += 60'000;
            kind.chance = static_cast<std::uint64_t>(now_);
            const bool is_through = meets(*phone, kind);
            is_at_rest = is_at_rest && is_through && must(phone->store->waiting(), "waiting") == 0 &&
                         must(phone->store->log_end(), "log") == cursor_before;
        }
        if (is_at_rest) {
            return;
        }
    }
    for (const auto& phone : phones_) {
        if (!phone->is_lost() && must(phone->store->waiting(), "waiting") > 0) {
            throw Broken(Rule::liveness, "nothing is in the way, and after " + std::to_string(rounds_most) +
                                             " rounds something of " + who(*phone) + " still waits");
        }
    }
    throw Broken(Rule::liveness, "nothing is in the way, and there is no end of exchanging");
}

// Nothing of what she may not see (any more) is on her phone: no row, no envelope, no word, no free page.
void World::nothing_is_left_over(Phone& phone) {
    const auto known = must(phone.store->scopes(), "scopes");
    for (const auto& [scope, number] : scope_numbers_) {
        if (may_read(phone.person, scope)) {
            continue;
        }
        const std::string token = "mk" + std::to_string(number) + 'w';
        const bool is_known = std::ranges::find(known, scope) != known.end();
        const bool has_envelopes = is_known && !must(phone.store->envelopes(scope), "envelopes").empty();
        const bool has_records = is_known && !picture(*phone.store, scope).empty();
        if (has_envelopes || has_records || Disk::the().holds(phone.name, token)) {
            throw Broken(Rule::leakless, who(phone) + " still has something of " + what(scope) +
                                             (has_envelopes ? " in her log" : " on her disk"));
        }
    }
}

void World::all_show_the_same() {
    hub_.reset();
    const auto depot = must(hub::FileDepot::open("hub", &hub_clock_), "the hub's disk");
    Store::Settings settings;
    settings.decode = wire::decode;
    settings.clock = &hub_clock_;
    const auto replayed = must(Store::open(":memory:", std::move(settings)), "a store");
    // Whose verdicts count.
    must(replayed->set_setting(joined::setting::hub_device, must(depot->setting("hub_device"), "a setting") + ' ' +
                                                                to_text(depot->rights().device())),
         "a setting");
    for (const ScopeId& scope : must(depot->scopes(), "the hub's scopes")) {
        must(replayed->receive(must(depot->envelopes(scope), "the hub's log")), "the hub's log, replayed");
    }
    for (const ScopeId& scope : decided_.back().scopes()) {
        const Picture expected = picture(*replayed, scope);
        for (const auto& phone : phones_) {
            if (phone->is_lost() || !phone->has_joined || !decided_.back().may_read(phone->person, scope)) {
                continue;
            }
            const Picture seen = picture(*phone->store, scope);
            if (seen != expected) {
                throw Broken(Rule::convergence,
                             who(*phone) + " sees " + what(scope) + " so:\n" + seen + "and its log says:\n" + expected);
            }
        }
    }
    for (const std::string& line : must(depot->check(), "the hub's check")) {
        throw Broken(Rule::convergence, "the hub isn't sound: " + line);
    }
}

// Everything that anybody was told is saved is in the hub's log, once, as it was written; or in its quarantine; or it
// is on a phone that was lost before it could be handed in.
void World::nothing_is_lost() {
    auto depot = must(hub::FileDepot::open("hub", &hub_clock_), "the hub's disk");
    std::map<std::pair<ScopeId, Dot>, Change> log;
    for (const ScopeId& scope : must(depot->scopes(), "the hub's scopes")) {
        for (const Envelope& envelope : must(depot->envelopes(scope), "the hub's log")) {
            for (Change& change : must(wire::decode(envelope.bytes), "an envelope")) {
                const std::pair name(scope, change.dot);
                if (!log.try_emplace(name, std::move(change)).second) {
                    throw Broken(Rule::lossless, to_text(name.second) + " is twice in the log of " + what(scope));
                }
            }
        }
    }
    const auto hub = must(hub::Hub::open(std::move(depot)), "the hub doesn't start");
    for (const hub::Quarantined& kept : must(hub->quarantine(), "the quarantine")) {
        for (Change& change : must(wire::decode(kept.bytes), "an envelope")) {
            log.try_emplace({kept.scope, change.dot}, std::move(change));
        }
    }
    for (const auto& [name, told] : told_) {
        const auto& [scope, dot] = name;
        const auto phone = std::ranges::find(phones_, dot.device, [](const auto& one) { return one->device; });
        const auto found = log.find(name);
        if (found == log.end()) {
            if ((*phone)->is_lost() || gone_.contains(name)) {
                continue;
            }
            throw Broken(Rule::lossless, "what " + who(**phone) + " was told is saved is nowhere: " + to_text(dot) +
                                             " in " + what(scope));
        }
        if (without_stamp(found->second) != without_stamp(told)) {
            throw Broken(Rule::lossless,
                         "what " + who(**phone) + " wrote is another now: " + to_text(dot) + " in " + what(scope));
        }
    }
}

void World::is_sound(Phone& phone) {
    if (phone.is_lost()) {
        return;
    }
    const auto lines = must(phone.store->check(), "a check");
    if (!lines.empty()) {
        throw Broken(Rule::convergence, who(phone) + " sees what doesn't follow from her log: " + lines.front());
    }
}

}  // namespace ayni::simulation
