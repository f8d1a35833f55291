#include "engine/programme/beginning.hpp"

#include <array>

namespace ayni::programme {

Result<RecordId> begin_alone(Store& store, const std::string& name, const std::string& business) {
    if (name.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Failure{Fault::invalid, "name"};
    }
    if (store.person()) {
        return Fault::already_joined;
    }
    RecordId me;
    AYNI_TRY(store.transact([&]() -> Outcome {
        me = store.new_record();
        AYNI_TRY(store.set_person(me));
        const ScopeId own{ScopeKind::own, me};
        const std::array card{make_edit(me, kind::person, "name", name),
                              make_edit(me, kind::person, "role", std::string("entrepreneur"))};
        AYNI_TRY(store.write(own, card));
        if (!business.empty()) {
            const RecordId id = store.new_record();
            const std::array its{make_edit(id, kind::business, "name", business),
                                 make_edit(id, kind::business, "leaders", true, to_text(me))};
            AYNI_TRY(store.write(own, its));
        }
        return Done{};
    }));
    return me;
}

Result<Me> me(Store& store) {
    Me me{store.person(), {}, {}, false};
    AYNI_LET(record, store.find(me.id));
    if (record && record->kind == kind::person) {
        me.name = record->text("name");
        me.role = record->text("role");
        me.alone = record->scope.kind == ScopeKind::own;
    }
    return me;
}

}  // namespace ayni::programme
