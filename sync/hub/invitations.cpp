#include "sync/hub/invitations.hpp"

#include <algorithm>

#include "sync/hub/tables.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {

Result<NewInvitation> Invitations::make(RecordId person, std::int64_t now_ms) {
    const NewInvitation made{wire::make_code(), now_ms + invitation_ms};
    AYNI_LET(folded, wire::fold_code(made.code));
    AYNI_LET(keep,
             store_.database().prepare("INSERT INTO hub_invitation (code_hash, person, expires) VALUES (?1, ?2, ?3)"));
    AYNI_TRY(keep.bind_blob(1, accounts_.hash(folded)).bind_text(2, to_text(person)).bind(3, made.expires).run());
    return made;
}

Result<std::optional<Invited>> Invitations::find(std::string_view code) {
    AYNI_LET(row, store_.database().prepare("SELECT person, expires, used_by FROM hub_invitation"
                                            " WHERE code_hash = ?1"));
    const std::string hash = accounts_.hash(code);
    AYNI_LET(found, row.bind_blob(1, hash).step());
    if (!found) {
        return std::optional<Invited>{};
    }
    Invited invited{hash, record_in(row, 0), row.integer(1), std::nullopt};
    if (!row.is_null(2)) {
        invited.used_by = device_in(row, 2);
    }
    return std::optional(std::move(invited));
}

Outcome Invitations::use(const Invited& invited, DeviceId device) {
    AYNI_LET(note, store_.database().prepare("UPDATE hub_invitation SET used_by = ?2 WHERE code_hash = ?1"));
    return note.bind_blob(1, invited.code_hash).bind(2, to_column(device)).run();
}

Result<std::uint32_t> Invitations::wait_s(std::string_view address, std::int64_t now_ms) {
    // The try that made it too many leaves the window when the oldest of the last `tries_most` does. A try that
    // lies ahead of the clock (which was set back) counts no more.
    AYNI_LET(row, store_.database().prepare("SELECT at FROM hub_try WHERE address_hash = ?1 AND at > ?2 AND at <= ?3"
                                            " ORDER BY at DESC LIMIT 1 OFFSET ?4"));
    AYNI_LET(many, row.bind_blob(1, accounts_.hash(address))
                       .bind(2, now_ms - tries_window_ms)
                       .bind(3, now_ms)
                       .bind(4, tries_most - 1)
                       .step());
    if (!many) {
        return 0U;
    }
    const std::int64_t left_ms = row.integer(0) + tries_window_ms - now_ms;
    return static_cast<std::uint32_t>(std::max<std::int64_t>(1, (left_ms + 999) / 1000));
}

Outcome Invitations::note_wrong(std::string_view address, std::int64_t now_ms) {
    return store_.transact([&]() -> Outcome {
        AYNI_LET(prune, store_.database().prepare("DELETE FROM hub_try WHERE at <= ?1"));
        AYNI_TRY(prune.bind(1, now_ms - tries_window_ms).run());
        AYNI_LET(note, store_.database().prepare("INSERT INTO hub_try (address_hash, at) VALUES (?1, ?2)"));
        return note.bind_blob(1, accounts_.hash(address)).bind(2, now_ms).run();
    });
}

}  // namespace ayni::hub
