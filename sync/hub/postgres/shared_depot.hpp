#pragma once
// The hub's data in a PostgreSQL, where any number of hubs share it.
//
// One of them writes at a time: a transaction begins by taking the one lock that all of them take, then takes in what
// the others have committed since, and only then looks at anything. So what is judged, numbered, chained and written by
// the hub itself is as it would be with a single hub, and each number of the log is given while nobody else can give
// one, and held until it is committed: nothing that commits late comes below a cursor that somebody has brought home.
// A lock for each scope would let more of them write at once; but an envelope is judged by the roster, which is of
// other scopes, and the hub itself is one device with one count of records. Reading takes no lock.
//
// What rights need is a copy of this hub's own, in memory: of the log only the scopes where kinds lie that rights ask
// for, and what hubs wrote themselves. It is made from the log at opening. Nothing in it isn't in PostgreSQL, so a hub
// that is killed leaves nothing behind.

#include <memory>
#include <optional>
#include <string>

#include "sync/hub/depot.hpp"
#include "sync/hub/postgres/connection.hpp"

namespace ayni::hub {

/// A lost connection is made again at the next call. Errors: those of Connection.
class SharedDepot final : public Depot {
public:
    /// Makes the tables if they aren't there, or brings older ones up to date. unreachable, made_by_newer_app.
    static Result<std::unique_ptr<Depot>> open(const std::string& url, const Clock* clock = nullptr);

    Outcome look(const std::function<Outcome()>& work) override;
    Store& rights() override { return *rights_; }
    [[nodiscard]] std::uint64_t news() const override { return news_; }
    Result<std::string> setting(std::string_view name) override;
    Outcome set_setting(std::string_view name, std::string_view value) override;
    Outcome take_in(const Envelope& envelope) override;
    Outcome keep_own(const Envelope& envelope) override;
    Result<std::vector<LogEntry>> log_after(std::int64_t after, std::int64_t until, std::size_t bytes,
                                            std::span<const ScopeId> scopes) override;
    Result<std::int64_t> log_end() override;
    Result<std::vector<Reach>> written(std::int64_t after, std::int64_t until,
                                       const std::optional<ScopeId>& scope) override;
    Result<std::vector<Envelope>> envelopes(const ScopeId& scope) override;
    Result<std::optional<Envelope>> envelope(const ScopeId& scope, DeviceId author, std::uint64_t first_seq) override;
    Result<std::vector<ScopeId>> scopes() override;
    Result<std::vector<std::string>> check() override;
    Outcome backup(const std::filesystem::path& file) override;
    Outcome checkpoint() override { return Done{}; }

protected:
    Outcome carry_out(const std::function<Outcome()>& work) override;
    Result<Rows> answer(std::string_view sql, Parameters parameters) override;
    [[nodiscard]] std::string_view device_setting() const override { return "hub.device"; }
    Outcome begin_anew() override { return Done{}; }  // every transaction looks who the hub is

private:
    SharedDepot(std::string url, const Clock* clock) : url_(std::move(url)), clock_(clock) {}
    Outcome connect();
    Outcome make_tables();
    Outcome make_rights();
    /// Begins a transaction, on a fresh connection if the one there was is lost.
    Outcome begin(const std::string& how);
    void take_back();
    Outcome work_and_commit(const std::function<Outcome()>& work);
    Outcome catch_up();
    /// Gives the end of the log.
    Result<std::int64_t> look_who_we_are();
    Outcome append(const Envelope& envelope);
    [[nodiscard]] bool is_for_rights(const Envelope& envelope) const;

    std::string url_;
    const Clock* clock_;
    DeviceId device_;
    std::string own_devices_;  // the setting, as `rights_` has it
    std::unique_ptr<Connection> connection_;
    std::unique_ptr<Store> rights_;
    std::int64_t taken_ = 0;     // the number of the log up to which `rights_` has what it needs
    std::int64_t appended_ = 0;  // by the transaction at hand; else taken_
    std::uint64_t news_ = 0;
    bool committed_ = false;  // the transaction at hand, in PostgreSQL
    bool looking_ = false;
};

}  // namespace ayni::hub
