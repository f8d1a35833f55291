#pragma once
// A hub on a port of this machine, and phones of people of one cohort that meet there: over real sockets, with durable
// stores on both sides.

#include <memory>
#include <string>
#include <vector>

#include "sync/client/client.hpp"
#include "sync/hub/hub.hpp"
#include "sync/hub/server.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/ours.hpp"

namespace ayni::bench {

/// Bodies only: what HTTP and TLS add is the same for everybody.
struct Traffic {
    std::uint32_t requests = 0;
    std::uint64_t up = 0;
    std::uint64_t down = 0;
    [[nodiscard]] std::uint64_t both() const { return up + down; }
};

/// A phone, and its connection, which stays warm.
struct Phone {
    Phone(const std::filesystem::path& file, const std::string& link) : ours(file, http, link) {}
    client::Http http;
    Ours ours;
};

/// Rounds with the hub until there is nothing more to do.
Traffic exchange(Phone& phone);

/// One woman leads all the businesses of a season, and one mentor is paired with each of them, so that one phone may
/// write all that a season has, and another one sees it all.
class Meeting {
public:
    explicit Meeting(std::size_t businesses);
    ~Meeting();
    Meeting(const Meeting&) = delete;
    Meeting& operator=(const Meeting&) = delete;

    /// Joined, and up to date with the cohort.
    [[nodiscard]] std::unique_ptr<Phone> leader() { return phone_of(leader_); }
    [[nodiscard]] std::unique_ptr<Phone> mentor() { return phone_of(mentor_); }
    /// Of more women, each with a business of her own, which is the one place of her phone.
    [[nodiscard]] std::vector<std::unique_ptr<Phone>> others(std::size_t count);
    [[nodiscard]] std::string url() const { return server_->url(); }

private:
    RecordId person(const std::string& name, const std::string& role);
    /// With its pairing.
    void business(RecordId leader, Ours::Places& places);
    std::unique_ptr<Phone> phone_of(RecordId person);

    Workplace place_;
    int phones_ = 0;
    std::unique_ptr<hub::Hub> hub_;
    std::unique_ptr<hub::Server> server_;
    std::unique_ptr<Phone> coordinator_;
    ScopeId cohort_;
    RecordId leader_, mentor_;
    Ours::Places places_;
};

}  // namespace ayni::bench
