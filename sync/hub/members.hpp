#pragma once
// Who is in the programme right now, read once and again after every change to it.

#include <optional>

#include "engine/model/rights.hpp"
#include "engine/store/store.hpp"

namespace ayni::hub {

/// Threads: the store's.
class Members {
public:
    explicit Members(Store& store) : store_(store) {}
    /// Valid until `forget`.
    Result<const Roster*> roster() {
        if (!roster_) {
            AYNI_LET(read, store_.roster());
            roster_ = std::move(read);
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
    Store& store_;
    std::optional<Roster> roster_;
    std::uint64_t changes_ = 0;
};

}  // namespace ayni::hub
