// What the engine reads: its own packed forms, names of things, and changes of others, whatever they say.

#include <algorithm>
#include <map>
#include <memory>

#include "engine/merge/packed.hpp"
#include "engine/store/rows.hpp"
#include "engine/store/store.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/sync/wire_sample.hpp"

namespace ayni::fuzz {
namespace {

void read_changes(std::string_view bytes) {
    if (const auto changes = unpack_changes(bytes)) {
        const std::string again = pack(*changes);
        const auto twice = unpack_changes(again);
        must_hold(twice.has_value() && pack(*twice) == again, "changes read back as they were packed");
    }
}

void read_one_value(std::string_view bytes) {
    if (const auto value = unpack_value(bytes)) {
        const std::string again = pack(*value);
        const auto twice = unpack_value(again);
        must_hold(twice.has_value() && pack(*twice) == again, "a value reads back as it was packed");
    }
}

void read_clock(std::string_view bytes) {
    const RowClock clock = RowClock::unpack(bytes);
    const bool ascends = std::ranges::is_sorted(clock.entries, std::ranges::less_equal{}, &Entry::field);
    must_hold(ascends, "a clock's fields ascend");
    const std::string again = clock.pack();
    must_hold(RowClock::unpack(again).pack() == again, "a clock reads back as it was packed");
}

void read_names(std::string_view bytes) {
    const auto exactly = [&](const auto& parsed) {
        must_hold(!parsed || to_text(*parsed) == bytes, "a name that is read is written the same");
    };
    exactly(parse_device(bytes));
    exactly(parse_record(bytes));
    exactly(parse_dot(bytes));
    exactly(parse_scope(bytes));
}

// Every kind's row can be read, and is what the log gives. A store is used until a thousand have been at it.
void take_changes(std::string_view bytes) {
    static const ScopeId plan{ScopeKind::plan, {DeviceId{0xABCD}, 1}};
    static std::unique_ptr<Store> store;
    static unsigned times = 0;
    constexpr unsigned a_thousand = 1000;
    if (times++ % a_thousand == 0) {
        store.reset();
        store =
            std::move(*Store::open(":memory:", {[](std::string_view b) { return unpack_changes(b); }, nullptr, false}));
        static_cast<void>(store->set_setting("hub_device", to_text(DeviceId{1})));
    }
    auto changes = unpack_changes(bytes);
    if (!changes || changes->size() > 64) {
        return;
    }
    // Few devices, each of whose changes come one after the other: as an envelope must have them.
    std::map<DeviceId, std::vector<Change>> by_device;
    for (Change& change : *changes) {
        change.dot.device = DeviceId{1 + change.dot.device.value % 3};
        auto& own = by_device[change.dot.device];
        change.dot.seq = own.size() + 1;
        own.push_back(change);
    }
    must_hold(store->drop(plan).has_value(), "a scope can be dropped");
    for (const auto& [device, own] : by_device) {
        const Envelope envelope{plan, device, 1, own.size(), pack(own)};
        const auto received = store->receive(std::span(&envelope, 1));
        must_hold(received.has_value() || received.fault() == Fault::invalid, "what comes in is taken or refused");
    }
    for (const KindDef& kind : kinds()) {
        must_hold(store->list(kind.number, plan, true).has_value(), "what came in can be read");
    }
    must_hold(store->contests().has_value(), "contests can be read");
    must_hold(store->tray().has_value(), "the tray can be read");
    for (const Change& change : *changes) {
        must_hold(store->history(change.record).has_value() || change.record.counter > 1000, "a history can be read");
    }
    const auto differences = store->check();
    must_hold(differences.has_value() && differences->empty(), "the tables are what the log gives");
}

std::vector<std::string> some_changes() {
    std::mt19937_64 chance(1);
    std::vector<std::string> all{pack(wire::sample::everything().changes), pack(std::vector<Change>{})};
    for (int i = 0; i < 6; ++i) {
        all.push_back(pack(wire::sample::random_contents(chance, 5).changes));
    }
    const RecordId goal{DeviceId{1}, 7};
    const auto change = [&](std::uint64_t device, FieldNo field, Value value, std::vector<Dot> supersedes) {
        return Change{{DeviceId{device}, 1}, goal,         kind::goal,           field, {},
                      std::move(value),      Stamp::at(5), std::move(supersedes)};
    };
    all.push_back(pack(std::vector{change(1, 1, Made{goal, 5}, {}), change(1, 9, std::string(40, 'x'), {}),
                                   change(2, 9, Splice{20, 18, "y"}, {{DeviceId{1}, 2}}),
                                   change(2, 2, Removal{true, {{DeviceId{1}, 2}}}, {}),
                                   change(1, 10, Place{"short", "V", true}, {})}));
    return all;
}

std::vector<std::string> some_values() {
    std::vector<std::string> all;
    for (const Change& change : wire::sample::everything().changes) {
        all.push_back(pack(change.value));
    }
    return all;
}

std::vector<std::string> some_clocks() {
    RowClock fresh;
    for (const FieldNo field : {FieldNo{1}, FieldNo{8}, FieldNo{10}}) {
        fresh.put({field, 1, field, Stamp::at(1'790'000'000'000)});
    }
    RowClock edited = fresh;
    edited.has_more_heads = edited.has_elements = true;
    edited.put({9, 2, 77, Stamp::at(1'790'000'100'000, 3)});
    return {RowClock{}.pack(), fresh.pack(), edited.pack()};
}

std::vector<std::string> some_names() {
    const RecordId record{DeviceId{0xA1}, 12};
    return {to_text(record.device), to_text(record), to_text(Dot{record.device, 3}),
            to_text(ScopeId{ScopeKind::plan, record}), to_text(ScopeId{})};
}

}  // namespace

const Target packed_changes{"packed_changes", read_changes, some_changes};
const Target packed_value{"packed_value", read_one_value, some_values};
const Target row_clock{"row_clock", read_clock, some_clocks};
const Target names{"names", read_names, some_names};
const Target store{"store", take_changes, some_changes};

}  // namespace ayni::fuzz
