#pragma once
// The way back: what a profile may read, as the files that an import takes.

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::programme {

/// Writes one cohort's records, in the words of the files: records by their refs (what people made by hand has none,
/// and is named by its id), dates as dates. Only what is in this store, and so only what its person may read.
///
/// The store must outlive it. Errors: those of the store; a stream that fails is the caller's to notice.
class TakeOut {
public:
    /// Reads what it needs to know of names. `cohort` is one of the store's.
    static Result<TakeOut> of(Store& store, const Record& cohort);

    Outcome people(std::ostream& out);
    Outcome businesses(std::ostream& out);
    Outcome pairings(std::ostream& out);
    Outcome cohort(std::ostream& out);
    Outcome indicators(std::ostream& out);
    /// Everything that is no part of the files above, in the order in which it was made.
    Outcome season(std::ostream& out);

private:
    TakeOut(Store& store, Record cohort) : store_(&store), cohort_(std::move(cohort)) {}
    [[nodiscard]] std::string name_of(RecordId id);
    [[nodiscard]] std::string scope_text(const ScopeId& scope);
    [[nodiscard]] bool is_ours(const ScopeId& scope) const;
    [[nodiscard]] std::string joined_refs(const Record& record, std::string_view field);

    Store* store_;
    Record cohort_;
    bool is_first_ = true;  // what is of no cohort goes with the first
    std::vector<Record> people_;
    std::vector<Record> businesses_;
    std::vector<Record> pairings_;
};

}  // namespace ayni::programme
