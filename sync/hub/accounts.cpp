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

Result<Account> account_in(const Row& row) {
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

Result<std::optional<Account>> Accounts::first(std::string_view sql, const Parameter& parameter) {
    AYNI_LET(row, depot_.first(sql, {parameter}));
    if (!row) {
        return std::optional<Account>{};
    }
    AYNI_LET(account, account_in(*row));
    return std::optional(std::move(account));
}

Result<std::optional<Account>> Accounts::by_token(std::string_view token) {
    if (token.empty()) {
        return std::optional<Account>{};
    }
    return first(by_token_sql, Bytes{hash(token)});
}

Result<std::optional<Account>> Accounts::by_device(DeviceId device) {
    return first(by_device_sql, to_column(device));
}

Result<std::optional<Account>> Accounts::vouched_for(DeviceId device) {
    AYNI_LET(account, by_device(device));
    if (account) {
        return account;
    }
    Store& rights = depot_.rights();
    AYNI_LET(records, rights.list(kind::device));
    for (const Record& record : records) {
        const auto key = wire::parse_public_key(record.text("public_key"));
        if (record.text("device") == to_text(device) && rights.is_of_hub(record.id.device) && key) {
            Account shown;
            shown.device = device;
            shown.person = record.ref("person");
            shown.key = *key;
            shown.state = record.text("state");
            return std::optional(std::move(shown));
        }
    }
    return std::optional<Account>{};
}

Result<std::vector<Account>> Accounts::all() {
    std::vector<Account> accounts;
    AYNI_LET(rows, depot_.ask(all_sql, {}));
    for (const Row& row : rows) {
        AYNI_LET(account, account_in(row));
        accounts.push_back(std::move(account));
    }
    return accounts;
}

Result<std::string> Accounts::open(const Account& account) {
    const std::string token = wire::to_hex(wire::random_bytes(32));
    AYNI_TRY(
        depot_.run("INSERT INTO hub_account (device, person, public_key, token_hash, code_hash, state, model,"
                   " app_version, joined, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)"
                   " ON CONFLICT (device) DO UPDATE SET token_hash = excluded.token_hash,"
                   " code_hash = excluded.code_hash, model = excluded.model, app_version = excluded.app_version",
                   {to_column(account.device), to_text(account.person), wire::to_text(account.key), Bytes{hash(token)},
                    Bytes{account.code_hash}, account.state, account.model, account.app_version, account.joined}));
    return token;
}

Outcome Accounts::note_held(DeviceId device, const Held& held, std::int64_t now_ms) {
    return depot_.run(
        "UPDATE hub_account SET number = ?2, granted = ?3, filling = ?4, filled = ?5, last_seen = ?6"
        " WHERE device = ?1",
        {to_column(device), held.number, to_column(held.granted), to_column(held.filling), held.filled, now_ms});
}

Outcome Accounts::note_contact(DeviceId device, std::int64_t now_ms) {
    return depot_.run("UPDATE hub_account SET last_seen = ?2 WHERE device = ?1", {to_column(device), now_ms});
}

}  // namespace ayni::hub
