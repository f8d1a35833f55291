#include "engine/merge/packed.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace ayni {
namespace {

enum class Tag : std::uint8_t {
    empty,
    no,
    yes,
    whole,
    real,
    text,
    record,
    place,
    stage,
    stage_at,
    made,
    removal,
    respaced,
    splice,
};

struct PackValue {
    Packer& out;
    void tag(Tag t) const { out.number(static_cast<std::uint64_t>(t)); }
    void operator()(std::monostate) const { tag(Tag::empty); }
    void operator()(bool value) const { tag(value ? Tag::yes : Tag::no); }
    void operator()(std::int64_t value) const {
        tag(Tag::whole);
        out.whole(value);
    }
    void operator()(double value) const {
        tag(Tag::real);
        out.fixed64(std::bit_cast<std::uint64_t>(value));
    }
    void operator()(const std::string& value) const {
        tag(Tag::text);
        out.text(value);
    }
    void operator()(const RecordId& value) const {
        tag(Tag::record);
        out.record(value);
    }
    void operator()(const Place& value) const {
        tag(value.respaced ? Tag::respaced : Tag::place);
        out.text(value.lane);
        out.text(value.index);
    }
    void operator()(const Stage& value) const {
        tag(value.at ? Tag::stage_at : Tag::stage);
        out.text(value.status);
        if (value.at) {
            out.whole(*value.at);
        }
    }
    void operator()(const Made& value) const {
        tag(Tag::made);
        out.record(value.by);
        out.whole(value.at);
    }
    void operator()(const Removal& value) const {
        tag(Tag::removal);
        out.number(value.removed ? 1 : 0);
        out.number(value.saw.size());
        for (const Dot& dot : value.saw) {
            out.dot(dot);
        }
    }
    void operator()(const Splice& value) const {
        tag(Tag::splice);
        out.number(value.before);
        out.number(value.after);
        out.text(value.insert);
    }
};

}  // namespace

void Packer::number(std::uint64_t n) {
    std::array<char, 10> digits;
    std::size_t count = 0;
    for (; n >= 0x80; n >>= 7U) {
        digits[count++] = static_cast<char>((n & 0x7FU) | 0x80U);
    }
    digits[count++] = static_cast<char>(n);
    bytes_.append(digits.data(), count);
}

void Packer::whole(std::int64_t n) {
    const auto raw = static_cast<std::uint64_t>(n);
    number((raw << 1U) ^ (n < 0 ? ~std::uint64_t{0} : 0));
}

void Packer::fixed64(std::uint64_t n) {
    std::array<char, 8> digits;
    for (unsigned i = 0; i < 8; ++i) {
        digits[i] = static_cast<char>((n >> (8 * i)) & 0xFFU);
    }
    bytes_.append(digits.data(), digits.size());
}

void Packer::text(std::string_view bytes) {
    number(bytes.size());
    bytes_ += bytes;
}

void Packer::record(RecordId id) {
    fixed64(id.device.value);
    number(id.counter);
}

void Packer::dot(Dot dot) {
    fixed64(dot.device.value);
    number(dot.seq);
}

void Packer::value(const Value& value) {
    std::visit(PackValue{*this}, value);
}

std::string_view Unpacker::take(std::size_t n) {
    if (n > rest_.size()) {
        fail();
        return {};
    }
    const std::string_view taken = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return taken;
}

std::uint64_t Unpacker::number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::string_view byte = take(1);
        if (byte.empty()) {
            return 0;
        }
        const auto bits = static_cast<unsigned char>(byte.front());
        n |= static_cast<std::uint64_t>(bits & 0x7FU) << shift;
        if (bits < 0x80) {
            return n;
        }
    }
    fail();
    return 0;
}

std::int64_t Unpacker::whole() {
    const std::uint64_t raw = number();
    return static_cast<std::int64_t>((raw >> 1U) ^ ((raw & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

std::uint64_t Unpacker::fixed64() {
    std::uint64_t n = 0;
    const std::string_view bytes = take(8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        n |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return n;
}

std::string_view Unpacker::text() {
    return take(number());
}

RecordId Unpacker::record() {
    const DeviceId device{fixed64()};
    return {device, number()};
}

Dot Unpacker::dot() {
    const DeviceId device{fixed64()};
    return {device, number()};
}

Value Unpacker::value() {
    const auto tag = static_cast<Tag>(number());
    switch (tag) {
        case Tag::empty: return {};
        case Tag::no: return false;
        case Tag::yes: return true;
        case Tag::whole: return whole();
        case Tag::real: return std::bit_cast<double>(fixed64());
        case Tag::text: return std::string(text());
        case Tag::record: return record();
        case Tag::place:
        case Tag::respaced: {
            std::string lane(text());
            return Place{std::move(lane), std::string(text()), tag == Tag::respaced};
        }
        case Tag::stage: return Stage{std::string(text()), std::nullopt};
        case Tag::stage_at: {
            std::string status(text());
            return Stage{std::move(status), whole()};
        }
        case Tag::made: {
            const RecordId by = record();
            return Made{by, whole()};
        }
        case Tag::removal: {
            Removal removal{number() != 0, {}};
            for (std::uint64_t left = number(); left > 0 && ok_; --left) {
                removal.saw.push_back(dot());
            }
            return removal;
        }
        case Tag::splice: {
            const std::uint64_t before = number();
            const std::uint64_t after = number();
            return Splice{before, after, std::string(text())};
        }
    }
    fail();
    return {};
}

namespace {

// A run begins with a zero that no count was ever written as. What has no such beginning is as it was first written:
// every change with all that it has.
constexpr std::string_view run_mark("\x80\x00", 2);

// What a change does not have in common with the one before it.
constexpr unsigned other_place = 1;   // device, scope's seq or stamp
constexpr unsigned other_record = 2;  // or kind
constexpr unsigned has_key = 4;
constexpr unsigned has_superseded = 8;

void pack_change(Packer& out, const Change& change, const Change& before) {
    const bool follows = change.dot == Dot{before.dot.device, before.dot.seq + 1} && change.stamp == before.stamp;
    const bool same_record = change.record == before.record && change.kind == before.kind;
    out.number((follows ? 0 : other_place) | (same_record ? 0 : other_record) | (change.key.empty() ? 0 : has_key) |
               (change.supersedes.empty() ? 0 : has_superseded));
    if (!follows) {
        out.dot(change.dot);
        out.number(change.stamp.packed);
    }
    if (!same_record) {
        out.record(change.record);
        out.number(change.kind);
    }
    out.number(change.field);
    if (!change.key.empty()) {
        out.text(change.key);
    }
    out.value(change.value);
    if (!change.supersedes.empty()) {
        out.number(change.supersedes.size());
        for (const Dot& dot : change.supersedes) {
            out.dot(dot);
        }
    }
}

void unpack_superseded(Unpacker& in, Change& change) {
    for (std::uint64_t dots = in.number(); dots > 0 && in.ok(); --dots) {
        change.supersedes.push_back(in.dot());
    }
}

Change unpack_change(Unpacker& in, const Change& before) {
    const std::uint64_t has = in.number();
    Change change;
    change.dot = (has & other_place) != 0 ? in.dot() : Dot{before.dot.device, before.dot.seq + 1};
    change.stamp.packed = (has & other_place) != 0 ? in.number() : before.stamp.packed;
    change.record = (has & other_record) != 0 ? in.record() : before.record;
    change.kind = (has & other_record) != 0 ? static_cast<KindNo>(in.number()) : before.kind;
    change.field = static_cast<FieldNo>(in.number());
    if ((has & has_key) != 0) {
        change.key = in.text();
    }
    change.value = in.value();
    if ((has & has_superseded) != 0) {
        unpack_superseded(in, change);
    }
    return change;
}

Change unpack_first_form(Unpacker& in) {
    Change change;
    change.dot = in.dot();
    change.record = in.record();
    change.kind = static_cast<KindNo>(in.number());
    change.field = static_cast<FieldNo>(in.number());
    change.key = in.text();
    change.value = in.value();
    change.stamp.packed = in.number();
    unpack_superseded(in, change);
    return change;
}

}  // namespace

std::string pack(std::span<const Change> changes) {
    Packer out;
    out.raw(run_mark);
    out.number(changes.size());
    const Change nothing;
    const Change* before = &nothing;
    for (const Change& change : changes) {
        pack_change(out, change, *before);
        before = &change;
    }
    return std::move(out).bytes();
}

Result<std::vector<Change>> unpack_changes(std::string_view bytes) {
    const bool is_run = bytes.starts_with(run_mark);
    Unpacker in(is_run ? bytes.substr(run_mark.size()) : bytes);
    std::vector<Change> changes;
    const Change nothing;
    const std::uint64_t count = in.number();
    // A change takes three bytes at least: a count that promises more is no reason to make room for it.
    changes.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(count, bytes.size() / 3)));
    for (std::uint64_t left = count; left > 0 && in.ok(); --left) {
        changes.push_back(is_run ? unpack_change(in, changes.empty() ? nothing : changes.back())
                                 : unpack_first_form(in));
    }
    if (!in.ok() || !in.at_end()) {
        return {Fault::malformed, "packed changes"};
    }
    return changes;
}

std::string pack(const Value& value) {
    Packer out;
    out.value(value);
    return std::move(out).bytes();
}

Result<Value> unpack_value(std::string_view bytes) {
    Unpacker in(bytes);
    Value value = in.value();
    if (!in.ok() || !in.at_end()) {
        return {Fault::malformed, "packed value"};
    }
    return value;
}

}  // namespace ayni
