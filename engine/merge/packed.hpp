#pragma once
// The compact form of values and changes on this device's own disk (never on the wire, which is `sync/wire`'s).
// LEB128 varints, zigzag for signed, lengths before bytes.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/model/result.hpp"

namespace ayni {

class Packer {
public:
    void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
    void number(std::uint64_t n);
    void whole(std::int64_t n);
    void fixed64(std::uint64_t n);
    void text(std::string_view bytes);
    void raw(std::string_view bytes) { bytes_ += bytes; }
    void record(RecordId id);
    void dot(Dot dot);
    void value(const Value& value);
    [[nodiscard]] const std::string& bytes() const& { return bytes_; }
    std::string bytes() && { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads what Packer wrote. After a read past the end or of something else, `ok()` is false and
/// everything read is empty; check it once at the end.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number();
    std::int64_t whole();
    std::uint64_t fixed64();
    std::string_view text();
    RecordId record();
    Dot dot();
    Value value();
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::size_t n);
    void fail() {
        ok_ = false;
        rest_ = {};
    }
    std::string_view rest_;
    bool ok_ = true;
};

std::string pack(std::span<const Change> changes);
inline std::string pack(const std::vector<Change>& changes) {
    return pack(std::span<const Change>(changes));
}
/// malformed: these bytes aren't a run of changes. Reads what older versions packed, too.
Result<std::vector<Change>> unpack_changes(std::string_view bytes);
std::string pack(const Value& value);
Result<Value> unpack_value(std::string_view bytes);

}  // namespace ayni
