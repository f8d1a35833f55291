#include "sync/hub/accounts.hpp"

#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

constexpr std::string_view by_token_sql =
    "SELECT device, person, public_key, code_hash, state, model, app_version, joined, last_seen, revision,"
    " number, granted, filling, filled FROM hub_account WHERE token_hash = ?1";
constexpr std::string_view by_device_sql =
    "SELECT device, person, public_key, code_hash, state, model, app_version, joined, last_seen, revision,"
    " number, granted, filling, filled FROM hub_account WHERE device = ?1";
constexpr std::string_view all_sql =
    "SELECT device, person, public_key, code_hash, state, model, app_version, joined, last_seen, revision,"
    " number, granted, filling, filled FROM hub_account ORDER BY joined, device";

Result<Account> account_in(const Statement& row) {
    Account account;
    account.device = device_in(row, 0);
    account.person = record_in(row, 1);
    AYNI_LET(key, wire::parse_public_key(row.text(2)));
    account.key = key;
    account.code_hash = row.text(3);
    account.state = row.text(4);
    account.model = row.text(5);
    account.app_version = row.text(6);
    account.joined = row.integer(7);
    account.last_seen = row.integer(8);
    account.revision = number_in(row, 9);
    account.held = {row.integer(10), number_in(row, 11), number_in(row, 12), row.integer(13)};
    return account;
}

}  // namespace

std::string Accounts::hash(std::string_view secret) const {
    return wire::short_hash(pepper_ + std::string(secret));
}

Result<std::optional<Account>> Accounts::first_of(Statement& rows) {
    AYNI_LET(found, rows.step());
    if (!found) {
        return std::optional<Account>{};
    }
    AYNI_LET(account, account_in(rows));
    return std::optional(std::move(account));
}

Result<std::optional<Account>> Accounts::by_token(std::string_view token) {
    if (token.empty()) {
        return std::optional<Account>{};
    }
    AYNI_LET(rows, store_.database().prepare(by_token_sql));
    return first_of(rows.bind_blob(1, hash(token)));
}

Result<std::optional<Account>> Accounts::by_device(DeviceId device) {
    AYNI_LET(rows, store_.database().prepare(by_device_sql));
    return first_of(rows.bind(1, to_column(device)));
}

Result<std::vector<Account>> Accounts::all() {
    std::vector<Account> accounts;
    AYNI_LET(rows, store_.database().prepare(all_sql));
    while (true) {
        AYNI_LET(more, rows.step());
        if (!more) {
            return accounts;
        }
        AYNI_LET(account, account_in(rows));
        accounts.push_back(std::move(account));
    }
}

Result<std::string> Accounts::open(const Account& account) {
    const std::string token = wire::to_hex(wire::random_bytes(32));
    AYNI_LET(keep, store_.database().prepare(
                       "INSERT INTO hub_account (device, person, public_key, token_hash, code_hash, state, model,"
                       " app_version, joined, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)"
                       " ON CONFLICT (device) DO UPDATE SET token_hash = excluded.token_hash,"
                       " code_hash = excluded.code_hash, model = excluded.model, app_version = excluded.app_version"));
    AYNI_TRY(keep.bind(1, to_column(account.device))
                 .bind_text(2, to_text(account.person))
                 .bind_text(3, wire::to_text(account.key))
                 .bind_blob(4, hash(token))
                 .bind_blob(5, account.code_hash)
                 .bind_text(6, account.state)
                 .bind_text(7, account.model)
                 .bind_text(8, account.app_version)
                 .bind(9, account.joined)
                 .run());
    return token;
}

Outcome Accounts::note_held(DeviceId device, const Held& held, std::int64_t now_ms) {
    AYNI_LET(note, store_.database().prepare("UPDATE hub_account SET number = ?2, granted = ?3, filling = ?4,"
                                             " filled = ?5, last_seen = ?6 WHERE device = ?1"));
    return note.bind(1, to_column(device))
        .bind(2, held.number)
        .bind(3, to_column(held.granted))
        .bind(4, to_column(held.filling))
        .bind(5, held.filled)
        .bind(6, now_ms)
        .run();
}

Outcome Accounts::note_contact(DeviceId device, std::int64_t now_ms) {
    AYNI_LET(note, store_.database().prepare("UPDATE hub_account SET last_seen = ?2 WHERE device = ?1"));
    return note.bind(1, to_column(device)).bind(2, now_ms).run();
}

}  // namespace ayni::hub
