#include "tests/sync/wire_sample.hpp"

#include <limits>

namespace ayni::wire::sample {
namespace {

using Chance = std::mt19937_64;

std::uint64_t below(Chance& chance, std::uint64_t limit) {
    return chance() % limit;
}

std::string random_text(Chance& chance) {
    std::string text(below(chance, 12) == 0 ? below(chance, 3000) : below(chance, 20), ' ');
    for (char& c : text) {
        c = static_cast<char>(static_cast<unsigned char>(below(chance, 256)));
    }
    return text;
}

std::int64_t random_whole(Chance& chance) {
    return static_cast<std::int64_t>(chance() >> below(chance, 64)) * (below(chance, 2) == 0 ? 1 : -1);
}

DeviceId random_device(Chance& chance) {
    constexpr DeviceId some[] = {phone, laptop, mentors, {1}, {std::numeric_limits<std::uint64_t>::max()}};
    return some[below(chance, std::size(some))];
}

RecordId random_record(Chance& chance) {
    return {random_device(chance), 1 + (chance() >> (below(chance, 62) + 1))};
}

Value random_value(Chance& chance) {
    switch (below(chance, 13)) {
        case 0: return {};
        case 1: return below(chance, 2) == 0;
        case 2: return random_whole(chance);
        case 3: return static_cast<double>(random_whole(chance)) / 7.0;
        case 4: return random_text(chance);
        case 5: return random_record(chance);
        case 6: return RecordId{};
        case 7: return Place{random_text(chance), random_text(chance), below(chance, 2) == 0};
        case 8: return Stage{random_text(chance), {}};
        case 9: return Stage{random_text(chance), random_whole(chance)};
        case 10: return Made{random_record(chance), random_whole(chance)};
        case 11: return Splice{below(chance, 5000), below(chance, 5000), random_text(chance)};
        default: break;
    }
    Removal removal{below(chance, 2) == 0, {}};
    for (std::uint64_t n = below(chance, 4); n > 0; --n) {
        removal.saw.push_back({random_device(chance), 1 + below(chance, 1000)});
    }
    return removal;
}

}  // namespace

KeyPair keys() {
    KeyPair pair;
    pair.secret = parse_secret_key(
                      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                      .value();
    pair.open = parse_public_key("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").value();
    return pair;
}

Contents contents_of(std::vector<Change> changes, const ScopeId& scope) {
    Contents contents;
    contents.scope = scope;
    contents.device = phone;
    contents.first_seq = changes.front().dot.seq;
    contents.last_seq = changes.back().dot.seq;
    contents.schema = 1;
    contents.previous = contents.first_seq == 1 ? "" : "0123456789abcdef";
    contents.changes = std::move(changes);
    return contents;
}

Contents one_change(Value value) {
    return contents_of({{.dot = {phone, 412},
                         .record = {phone, 57},
                         .kind = kind::action,
                         .field = 13,
                         .key = {},
                         .value = std::move(value),
                         .stamp = Stamp::at(evening),
                         .supersedes = {{phone, 398}}}});
}

Contents everything() {
    const Value values[] = {
        Value{},
        true,
        false,
        std::int64_t{0},
        std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::int64_t>::max(),
        0.0,
        -1.5e300,
        std::string{},
        std::string("Vender en la feria \xE2\x80\x94 s\xC3\xA1"
                    "bado\0con nulo",
                    36),
        RecordId{},
        RecordId{mentors, 7},
        RecordId{phone, std::numeric_limits<std::uint64_t>::max()},
        Place{"short", "a0V"},
        Place{},
        Place{"long", "b", true},
        Splice{12, 400, "y también"},
        Splice{0, 0, ""},
        Stage{"open", {}},
        Stage{"done", evening - 86'400'000},
        Stage{"", std::numeric_limits<std::int64_t>::min()},
        Made{{mentors, 2}, evening},
        Made{{}, std::numeric_limits<std::int64_t>::max()},
        Removal{true, {{phone, 3}, {mentors, 900}}},
        Removal{false, {}},
    };
    std::vector<Change> changes;
    std::uint64_t seq = 70000;
    for (const Value& value : values) {
        Change change{.dot = {phone, seq},
                      .record = {seq % 5 == 0 ? mentors : phone, 100 + seq / 3},
                      .kind = static_cast<KindNo>(seq % 3 == 0 ? 65535 : kind::goal),
                      .field = static_cast<FieldNo>(seq % 7 == 0 ? 65535 : 8),
                      .key = seq % 4 == 0 ? "es" : "",
                      .value = value,
                      .stamp = Stamp::at(evening + static_cast<std::int64_t>(seq % 2) * 5000,
                                         static_cast<std::uint16_t>(seq % 3)),
                      .supersedes = {}};
        for (std::uint64_t n = 0; n < seq % 6; ++n) {
            change.supersedes.push_back({n % 2 == 0 ? phone : laptop, 60000 - n});
        }
        changes.push_back(std::move(change));
        ++seq;
    }
    return contents_of(std::move(changes));
}

Contents random_contents(std::mt19937_64& chance, std::size_t count) {
    std::vector<Change> changes;
    std::uint64_t seq = 1 + below(chance, 1000);
    Change change;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || below(chance, 3) == 0) {
            change.record = random_record(chance);
            change.kind = static_cast<KindNo>(1 + below(chance, 65535));
        }
        change.dot = {phone, seq};
        change.field = static_cast<FieldNo>(1 + below(chance, 65535));
        change.key = below(chance, 4) == 0 ? random_text(chance) : "";
        change.value = random_value(chance);
        change.stamp = {chance() >> below(chance, 64)};
        change.supersedes.clear();
        for (std::uint64_t n = below(chance, 5) * below(chance, 2); n > 0; --n) {
            const DeviceId device = seq == 1 ? laptop : random_device(chance);
            change.supersedes.push_back({device, 1 + below(chance, device == phone ? seq - 1 : 100'000)});
        }
        changes.push_back(change);
        ++seq;
    }
    return contents_of(std::move(changes));
}

bool same(const Contents& a, const Contents& b) {
    return a.scope == b.scope && a.device == b.device && a.first_seq == b.first_seq && a.last_seq == b.last_seq &&
           a.schema == b.schema && a.previous == b.previous && a.changes == b.changes;
}

}  // namespace ayni::wire::sample
