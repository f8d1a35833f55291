#include "engine/programme/items.hpp"

namespace ayni::programme {

Result<Record> found(Store& store, RecordId id, KindNo kind) {
    AYNI_LET(record, store.find(id));
    if (!record || record->removed || record->kind != kind) {
        return Fault::not_found;
    }
    return *record;
}

Result<Record> item_of(Store& store, RecordId id) {
    AYNI_LET(record, store.find(id));
    if (!record || record->removed || (record->kind != kind::goal && record->kind != kind::action)) {
        return Fault::not_found;
    }
    return *record;
}

Result<Deed> set_item(Store& store, RecordId item, std::string_view field, Value value) {
    AYNI_LET(record, item_of(store, item));
    if (find_kind(record.kind)->field(field) == nullptr) {
        return Fault::not_found;
    }
    return carry_out(store, record.scope, {make_edit(item, record.kind, field, std::move(value))});
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace ayni::programme
