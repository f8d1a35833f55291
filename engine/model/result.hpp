#pragma once
// What can go wrong, as values. No exception crosses a layer; `detail` is for the log and for
// developers, never for the screen, and never holds what a person wrote.

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace ayni {

/// What callers branch on. The sentence for a person is made at the edge, in her language.
enum class Fault : std::uint8_t {
    not_found,          // no such record, scope, kind or field here
    invalid,            // a value of the wrong type, or outside what the field takes
    not_allowed,        // rights say no
    not_joined,         // this profile has no hub yet
    already_joined,     // this profile has one
    wrong_code,         // no invitation has this code
    expired_code,       // it had, but not any more (used, or too old)
    too_many_tries,     // wait before the next code
    unreachable,        // no network, or nothing answers there
    not_a_hub,          // something answers that is no Ayni hub (a web page, a portal)
    hub_failed,         // the hub could not serve (5xx)
    token_refused,      // the hub doesn't know this device any more
    malformed,          // bytes that can't be read
    bad_signature,      // bytes that were not signed by whom they name
    too_large,          // over a limit that the detail names
    made_by_newer_app,  // written by a later version
    storage_full,       // no space left on the disk
    storage_corrupt,    // the database is damaged
    storage_busy,       // another process is using this profile
    storage_failed,     // any other disk error
    unsettled,          // a commit ended with unknown outcome: open again first
    wrong_key,          // the database is locked with another key than this profile's
    key_lost,           // what unlocks this profile's key is not in the key store, or its key file is gone
    key_unavailable,    // the key store can't be asked just now
    pin_needed,         // this profile opens with a PIN
    wrong_pin,          // not with this one
    pin_too_soon,       // after wrong ones: wait before the next
};

struct Failure {
    Fault fault;
    std::string detail;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}
    Result(Fault fault, std::string detail = {}) : Result(Failure{fault, std::move(detail)}) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T& value() & {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Failure& error() const {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] Fault fault() const { return error().fault; }

private:
    std::variant<T, Failure> state_;
};

struct Done {};
using Outcome = Result<Done>;

}  // namespace ayni

#define AYNI_JOIN_(a, b) a##b
#define AYNI_JOIN(a, b) AYNI_JOIN_(a, b)
#define AYNI_TRY_(outcome, expression)               \
    do {                                             \
        if (auto outcome = (expression); !outcome) { \
            return outcome.error();                  \
        }                                            \
    } while (false)

// Leaves the function with the failure of `expression`, if it failed.
#define AYNI_TRY(expression) AYNI_TRY_(AYNI_JOIN(outcome_, __COUNTER__), expression)

// Binds `name` to the value of `expression`, or leaves the function with its failure.
#define AYNI_LET(name, expression)     \
    auto name##_result = (expression); \
    if (!name##_result) {              \
        return name##_result.error();  \
    }                                  \
    auto& name = *name##_result
