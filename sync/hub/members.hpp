#pragma once
// Who is in the programme right now, read once and again after every change to it.

#include <map>
#include <optional>
#include <vector>

#include "engine/model/rights.hpp"
#include "sync/hub/depot.hpp"

namespace ayni::hub {

/// Threads: the depot's.
class Members {
public:
    explicit Members(Depot& depot) : depot_(depot) {}
    /// As of the last transaction: within one, as it is now. Valid until `forget` or the next transaction.
    Result<const Roster*> roster() {
        if (!roster_ || news_ != depot_.news()) {
            AYNI_LET(read, depot_.rights().roster());
            roster_ = std::move(read);
            readable_.clear();
            news_ = depot_.news();
        }
        return &*roster_;
    }
    /// What this person may read, by that roster; reckoned once.
    Result<const std::vector<ScopeId>*> readable(RecordId person) {
        AYNI_LET(known, roster());
        const auto [at, is_new] = readable_.try_emplace(person);
        if (is_new) {
            at->second = readable_scopes(*known, person);
        }
        return &at->second;
    }
    /// After a change to a Cohort, Person, Business or Pairing, and after a transaction that was rolled back.
    void forget() {
        roster_.reset();
        ++changes_;
    }
    /// Rises with every `forget`.
    [[nodiscard]] std::uint64_t changes() const { return changes_; }

private:
    Depot& depot_;
    std::optional<Roster> roster_;
    std::map<RecordId, std::vector<ScopeId>> readable_;  // of those who came since it was read
    std::uint64_t news_ = 0;
    std::uint64_t changes_ = 0;
};

}  // namespace ayni::hub
