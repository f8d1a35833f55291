#pragma once
// Who is who and who may see what, as the world knows it: reckoned plainly from what the coordinator decided, without
// the code that it holds the phones and the hub to.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/ids.hpp"

namespace ayni::simulation {

enum class Role : std::uint8_t { coordinator, mentor, entrepreneur };

struct Person {
    std::string name;
    Role role = Role::entrepreneur;
    RecordId id;
};
struct Business {
    RecordId id;
    std::size_t leader = 0;  // in `people`
};
struct Pair {
    RecordId id;
    std::size_t mentor = 0;    // in `people`
    std::size_t business = 0;  // in `businesses`
    bool is_open = true;       // a closed one leaves its talk to the two, and the plan to its owner
};

struct Facts {
    RecordId cohort;
    std::vector<Person> people;
    std::vector<Business> businesses;
    std::vector<Pair> pairs;

    [[nodiscard]] bool may_read(std::size_t person, const ScopeId& scope) const;
    [[nodiscard]] std::vector<ScopeId> scopes() const;
};

}  // namespace ayni::simulation
