#include "sync/hub/tables.hpp"

#include <array>
#include <charconv>
#include <string>

#include "sql/0001_hub.hpp"

namespace ayni::hub {
namespace {

// Only ever added to; each runs once, in the transaction that notes its number.
constexpr std::array steps{sql::hub_0001_hub};

}  // namespace

Outcome make_tables(Store& store) {
    return store.transact([&]() -> Outcome {
        AYNI_LET(noted, store.setting(setting::tables));
        std::size_t done = 0;
        std::from_chars(noted.data(), noted.data() + noted.size(), done);
        if (done > steps.size()) {
            return Failure{Fault::made_by_newer_app, "hub tables"};
        }
        if (done == steps.size()) {
            return Done{};
        }
        for (; done < steps.size(); ++done) {
            AYNI_TRY(store.database().run(steps[done]));
        }
        return store.set_setting(setting::tables, std::to_string(done));
    });
}

}  // namespace ayni::hub
