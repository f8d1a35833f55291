#pragma once
// The same season in a Store, through the doors that everybody uses: write, seal, receive.

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "engine/store/store.hpp"
#include "sync/client/client.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/season.hpp"

namespace ayni::bench {

/// A failure of the store ends the program: there is nothing to measure then.
class Ours {
public:
    Ours(const std::filesystem::path& file, bool durable, Mode mode);
    /// As on a phone: durable and searched, joined to a hub.
    Ours(const std::filesystem::path& file, client::Http& http, const std::string& link);

    // As Plain's.
    void save(std::size_t woman, const GoalLine& goal);
    void save(std::size_t woman, const ActionLine& action);
    void save(std::size_t woman, const SessionLine& session);
    void edit(const FieldEdit& edit);
    void together(const std::function<void()>& work);

    /// Where the women's things lie, by turns; else each in scopes of her own that nobody else has.
    struct Places {
        std::vector<ScopeId> plans, talks;
    };
    void lives_in(Places places) { places_ = std::move(places); }
    /// Sets a note as it is, of a session of hers.
    void write_note(std::size_t woman, std::size_t session, const std::string& text);

    /// Everything pending becomes envelopes, signed.
    void seal();
    /// What a hub would answer to all that is unsent, and what a phone does then.
    void is_acknowledged();
    /// Every envelope here, in the order of the log, opened and verified as the client does before it hands them on.
    [[nodiscard]] std::vector<Envelope> log();
    /// Those that aren't acknowledged yet.
    [[nodiscard]] std::vector<Envelope> unsent();
    Received take(std::span<const Envelope> envelopes);
    /// Knows the other's records by the places that they have in the season.
    void knows_records_of(const Ours& other);

    [[nodiscard]] std::uint64_t sum();
    [[nodiscard]] std::size_t contests();
    /// The lines of Store::check.
    [[nodiscard]] std::vector<std::string> differences();
    std::uintmax_t bytes();
    [[nodiscard]] Store& store() { return *store_; }

private:
    using Ids = std::vector<std::vector<RecordId>>;  // [woman][line]
    void write(const ScopeId& scope, std::initializer_list<Edit> edits);
    [[nodiscard]] RecordId id_of(const FieldEdit& edit) const;
    [[nodiscard]] ScopeId plan_of(std::size_t woman) const;
    [[nodiscard]] ScopeId talk_of(std::size_t woman) const;

    std::filesystem::path file_;
    std::unique_ptr<Store> store_;
    wire::KeyPair keys_ = wire::make_keys();
    Places places_;
    bool together_ = false;
    Ids goals_, actions_, notes_;
};

}  // namespace ayni::bench
