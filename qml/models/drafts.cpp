#include "qml/models/drafts.hpp"

#include "engine/programme/drafts.hpp"
#include "qml/models/words.hpp"

namespace ayni::models {

Drafts::Drafts(Desk& desk, QObject* parent) : QObject(parent), desk_(&desk) {}

void Drafts::look(const QString& place) {
    desk_->ask(
        this, [place = place.toStdString()](Store& store) { return programme::draft_at(store, place); },
        [this, place](const Result<programme::Form>& form) {
            if (!form || form->empty()) {
                return;
            }
            QVariantMap words;
            for (const auto& [name, text] : *form) {
                words.insert(text_of(name), text_of(text));
            }
            emit found(place, words);
        });
}

void Drafts::keep(const QString& place, const QString& scope, const QVariantMap& words) {
    programme::Form form;
    for (const auto& [name, text] : words.asKeyValueRange()) {
        form.emplace(name.toStdString(), text.toString().toStdString());
    }
    desk_->ask(
        this,
        [place = place.toStdString(), scope = parse_scope(scope.toStdString()), form](Store& store) {
            return programme::keep_draft(store, place, scope, form);
        },
        [](const Outcome&) {});  // what she sends will say what is wrong with the disk
}

void Drafts::discard(const QString& place) {
    desk_->ask(
        this, [place = place.toStdString()](Store& store) { return store.clear_draft(place); }, [](const Outcome&) {});
}

}  // namespace ayni::models
