#pragma once
// The hub's data in one SQLite file: the store's tables, and its own beside them.

#include <memory>

#include "sync/hub/depot.hpp"

namespace ayni::hub {

/// One process at a time writes to it; others may look at it meanwhile.
class FileDepot final : public Depot {
public:
    /// DIR/hub.db; makes it if it isn't there. One that `backup` made is renewed at its first opening, and only then:
    /// it may be begun with more than once. Storage faults, made_by_newer_app.
    static Result<std::unique_ptr<Depot>> open(const std::filesystem::path& data, const Clock* clock = nullptr);

    std::vector<Outcome> transact_each(std::span<const std::function<Outcome()>> works) override;
    Outcome look(const std::function<Outcome()>& work) override { return work(); }
    Store& rights() override { return *store_; }
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
    Outcome checkpoint() override;

protected:
    Outcome carry_out(const std::function<Outcome()>& work) override;
    Result<Rows> answer(std::string_view sql, Parameters parameters) override;
    [[nodiscard]] std::string_view device_setting() const override { return "device"; }
    Outcome begin_anew() override;

private:
    FileDepot(const std::filesystem::path& data, const Clock* clock, std::unique_ptr<Store> store)
        : data_(data), clock_(clock), store_(std::move(store)) {}
    Outcome settle();

    std::filesystem::path data_;
    const Clock* clock_;
    std::unique_ptr<Store> store_;
    std::uint64_t news_ = 0;
};

}  // namespace ayni::hub
