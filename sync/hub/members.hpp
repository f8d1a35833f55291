#pragma once
// Who is in the programme right now, read once and again after every change to it.

#include <optional>

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
            news_ = depot_.news();
        }
        return &*roster_;
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
    std::uint64_t news_ = 0;
    std::uint64_t changes_ = 0;
};

}  // namespace ayni::hub
