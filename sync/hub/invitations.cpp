#include "sync/hub/invitations.hpp"

#include <algorithm>

#include "sync/hub/tables.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {

Result<NewInvitation> Invitations::make(RecordId person, std::int64_t now_ms) {
    const NewInvitation made{wire::make_code(), now_ms + invitation_ms};
    AYNI_LET(folded, wire::fold_code(made.code));
    AYNI_TRY(depot_.run("INSERT INTO hub_invitation (code_hash, person, expires) VALUES (?1, ?2, ?3)",
                        {Bytes{accounts_.hash(folded)}, to_text(person), made.expires}));
    return made;
}

Result<std::optional<Invited>> Invitations::find(std::string_view code) {
    const std::string hash = accounts_.hash(code);
    AYNI_LET(row,
             depot_.first("SELECT person, expires, used_by FROM hub_invitation WHERE code_hash = ?1", {Bytes{hash}}));
    if (!row) {
        return std::optional<Invited>{};
    }
    Invited invited{hash, record_in(*row, 0), row->integer(1), std::nullopt};
    if (!row->is_null(2)) {
        invited.used_by = device_in(*row, 2);
    }
    return std::optional(std::move(invited));
}

Outcome Invitations::use(const Invited& invited, DeviceId device) {
    return depot_.run("UPDATE hub_invitation SET used_by = ?2 WHERE code_hash = ?1",
                      {Bytes{invited.code_hash}, to_column(device)});
}

Result<std::uint32_t> Invitations::wait_s(std::string_view address, std::int64_t now_ms) {
    // The try that made it too many leaves the window when the oldest of the last `tries_most` does. A try that
    // lies ahead of the clock (which was set back) counts no more.
    AYNI_LET(row, depot_.first("SELECT at FROM hub_try WHERE address_hash = ?1 AND at > ?2 AND at <= ?3"
                               " ORDER BY at DESC LIMIT 1 OFFSET ?4",
                               {Bytes{accounts_.hash(address)}, now_ms - tries_window_ms, now_ms, tries_most - 1}));
    if (!row) {
        return 0U;
    }
    const std::int64_t left_ms = row->integer(0) + tries_window_ms - now_ms;
    return static_cast<std::uint32_t>(std::max<std::int64_t>(1, (left_ms + 999) / 1000));
}

Outcome Invitations::note_wrong(std::string_view address, std::int64_t now_ms) {
    return depot_.transact([&]() -> Outcome {
        AYNI_TRY(depot_.run("DELETE FROM hub_try WHERE at <= ?1", {now_ms - tries_window_ms}));
        return depot_.run("INSERT INTO hub_try (address_hash, at) VALUES (?1, ?2)",
                          {Bytes{accounts_.hash(address)}, now_ms});
    });
}

}  // namespace ayni::hub
