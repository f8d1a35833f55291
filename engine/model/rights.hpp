#pragma once
// Who reads and writes what: the rules, once. The phone greys out a button by them, the hub judges by them.
// Pure functions over the roster: no clock, no database.

#include <optional>
#include <string>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/schema.hpp"
#include "engine/model/value.hpp"

namespace ayni {

/// Who is in the programme, as far as rights need it. Built from Cohort, Person, Business and Pairing records.
struct Roster {
    struct Person {
        RecordId id;
        ScopeId home;
        std::string role;
    };  // home: programme or a cohort
    struct Business {
        RecordId id;
        RecordId cohort;
        std::vector<RecordId> leaders;
    };
    struct Pairing {
        RecordId id;
        RecordId cohort;
        RecordId mentor;
        RecordId business;
        std::string status;
    };
    std::vector<RecordId> cohorts;
    std::vector<Person> people;
    std::vector<Business> businesses;
    std::vector<Pairing> pairings;

    [[nodiscard]] const Person* person(RecordId id) const;
    [[nodiscard]] const Business* business(RecordId id) const;
    [[nodiscard]] const Pairing* pairing(RecordId id) const;
};

/// What `person` is in `scope`, as bits of Who. nobody: she has no business there, not even to read.
Who standing(const Roster& roster, RecordId person, const ScopeId& scope);

/// Every scope that she may read, programme and cohorts first (their records are what the rest is judged by).
std::vector<ScopeId> readable_scopes(const Roster& roster, RecordId person);

/// True for scopes where a closed pairing leaves the talk to its two, to read but not to write.
bool is_closed(const Roster& roster, const ScopeId& scope);

/// One change, as rights see it.
struct Attempt {
    ScopeId scope;
    KindNo kind = 0;
    FieldNo field = 0;
    std::string key;
    const Value* value = nullptr;
    RecordId record;
    RecordId maker;                 // the person whose device made the record (from its id)
    std::string status;             // the record's status now; empty: none, or a new record
    std::optional<RecordId> owner;  // its `owner` now, if it has one
    std::vector<RecordId> leaders;  // a Business's leaders now
};

/// Why a change is refused. Numbers travel in verdicts: never reuse one.
enum class Refusal : std::uint8_t {
    not_in_scope = 1,    // she isn't (any more) in this scope
    not_hers = 2,        // only its author, or somebody else, writes this
    not_a_proposal = 3,  // the other side proposes; the owner decides
    wrong_place = 4,     // this kind doesn't belong in such a scope
    only_the_hub = 5,
    forged_author = 6,  // made_by names somebody else
    closed = 7,         // the pairing is closed
};

/// Empty: allowed. `who` is her standing in the scope, `person` who she is.
/// A kind that this version doesn't know may be written by whoever may write anything in the scope.
std::optional<Refusal> judge(const Attempt& attempt, Who who, RecordId person, bool closed);

/// "not_hers", … for logs, --json and tests.
std::string_view name_of(Refusal refusal);

}  // namespace ayni
