#pragma once
// One envelope before the rules: each change is judged against what the record was before it.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/model/rights.hpp"
#include "sync/hub/accounts.hpp"
#include "sync/hub/depot.hpp"

namespace ayni::hub {

/// For one envelope: give it every change, in order. Threads: the depot's.
class Judgement {
public:
    Judgement(Depot& depot, const Account& author, ScopeId scope, Who who, bool closed)
        : depot_(depot), author_(author), scope_(scope), who_(who), closed_(closed) {}

    /// Empty: allowed. Storage faults.
    Result<std::optional<Refusal>> operator()(const Change& change);
    /// True: one of the records belongs to another scope. No store writes such a change, so the envelope is a forgery.
    [[nodiscard]] bool is_forged() const { return forged_; }

private:
    struct Standing {  // of a record, as far as the rules look at it
        std::optional<ScopeId> scope;
        KindNo kind = 0;
        std::string status;
        std::optional<RecordId> owner;
        std::vector<RecordId> leaders;
    };
    Result<Standing*> standing_of(const Change& change);
    Result<RecordId> maker_of(RecordId record);
    Result<bool> can_know(const Change& change, const Standing& standing);
    void note(Standing& standing, const Change& change) const;

    Depot& depot_;
    const Account& author_;
    ScopeId scope_;
    Who who_;
    bool closed_;
    bool forged_ = false;
    std::unordered_map<RecordId, Standing> records_;
};

}  // namespace ayni::hub
