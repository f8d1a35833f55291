#pragma once
// One-time codes that open the door to a person's first device, and the patience with those who guess.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "sync/hub/accounts.hpp"
#include "sync/hub/depot.hpp"

namespace ayni::hub {

inline constexpr std::int64_t invitation_ms = 7LL * 24 * 60 * 60 * 1000;
inline constexpr std::int64_t tries_window_ms = 10LL * 60 * 1000;
inline constexpr std::int64_t tries_most = 10;  // wrong codes per address and window

struct NewInvitation {
    std::string code;
    std::int64_t expires = 0;  // UTC ms
};

struct Invited {
    std::string code_hash;
    RecordId person;
    std::int64_t expires = 0;
    std::optional<DeviceId> used_by;
};

/// Threads and errors: the depot's.
class Invitations {
public:
    Invitations(Depot& depot, const Accounts& accounts) : depot_(depot), accounts_(accounts) {}

    Result<NewInvitation> make(RecordId person, std::int64_t now_ms);
    /// By the folded code. Empty: there is none.
    Result<std::optional<Invited>> find(std::string_view code);
    Outcome use(const Invited& invited, DeviceId device);

    /// Seconds until this address may try again; 0: it may.
    Result<std::uint32_t> wait_s(std::string_view address, std::int64_t now_ms);
    Outcome note_wrong(std::string_view address, std::int64_t now_ms);

private:
    Depot& depot_;
    const Accounts& accounts_;
};

}  // namespace ayni::hub
