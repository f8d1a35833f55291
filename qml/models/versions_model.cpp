#include "qml/models/versions_model.hpp"

#include <QDateTime>
#include <algorithm>

#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

QString id_of_contest(const Contest& contest) {
    return QStringLiteral("%1/%2/%3").arg(id_of(contest.record)).arg(contest.field).arg(text_of(contest.key));
}

std::string_view name_of_field(const Contest& contest) {
    const KindDef* kind = find_kind(contest.kind);
    const FieldDef* field = kind != nullptr ? kind->field(contest.field) : nullptr;
    return field != nullptr ? field->name : std::string_view();
}

}  // namespace

VersionsModel::VersionsModel(Workplace& workplace)
    : ViewModel(workplace), contests_({"contestId", "recordId", "recordTitle", "fieldText", "isText", "versions"}) {}

void VersionsModel::open(const QString& recordId) {
    only_ = record_of(recordId);
    render();
    emit changed();
    refresh();
}

void VersionsModel::fetch() {
    desk().ask(
        this, [](Store& store) { return programme::double_edits(store); },
        [this](Result<std::vector<programme::DoubleEdit>> edits) {
            if (edits) {
                all_ = std::move(edits).value();
            }
            arrived();
        });
}

void VersionsModel::render() {
    QList<Row> rows;
    for (const programme::DoubleEdit& edit : all_) {
        const Contest& contest = edit.contest;
        if (only_ && contest.record != only_) {
            continue;
        }
        QVariantList versions;
        for (std::size_t i = 0; i < contest.versions.size(); ++i) {
            const Version& version = contest.versions[i];
            const QDateTime at = Words::local(version.stamp.ms());
            const QString author = text_of(edit.authors[i]);
            versions.append(QVariantMap{
                {QStringLiteral("versionId"), text_of(to_text(version.dot))},
                {QStringLiteral("text"), text_of_version(contest, version.value)},
                {QStringLiteral("author"), author.isEmpty() ? tr("Somebody") : author},
                {QStringLiteral("whenText"),
                 tr("%1, %2", "day, time").arg(Words::near_date(at.date(), QDate::currentDate()), Words::time(at))},
                {QStringLiteral("isShown"), i == 0}});
        }
        QString title = text_of(edit.title);
        if (title.isEmpty()) {
            title = Words::kind_of_record(find_kind(contest.kind) != nullptr ? find_kind(contest.kind)->name : "");
        }
        rows.append({id_of_contest(contest),
                     {id_of(contest.record), title, Words::field(name_of_field(contest)), edit.is_text, versions}});
    }
    contests_.show(rows);
}

QString VersionsModel::text_of_version(const Contest& contest, const Value& value) const {
    const KindDef* kind = find_kind(contest.kind);
    const FieldDef* field = kind != nullptr ? kind->field(contest.field) : nullptr;
    if (field == nullptr || is_empty(value)) {
        return tr("(empty)");
    }
    if (const auto* stage = std::get_if<ayni::Stage>(&value)) {
        return Words::status(stage->status);
    }
    if (const auto* removal = std::get_if<Removal>(&value)) {
        return removal->removed ? tr("Removed") : tr("Kept");
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        if (field->type == Type::date) {
            return Words::long_date(Words::date_of(*whole));
        }
        if (field->type == Type::time) {
            const QDateTime at = Words::local(*whole);
            return tr("%1, %2", "day, time").arg(Words::long_date(at.date()), Words::time(at));
        }
        return Words::number(static_cast<double>(*whole));
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return Words::number(*number);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? tr("Yes") : tr("No");
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text_in(*field, *text);
    }
    return text_of(field->name);
}

QString VersionsModel::text_in(const FieldDef& field, const std::string& text) {
    if (field.name == "modality") {
        return Words::modality(text);
    }
    if (field.name == "topic") {
        return Words::topic(text);
    }
    return field.name == "effort" ? Words::effort(text) : text_of(text);
}

const programme::DoubleEdit* VersionsModel::find(const QString& contestId) const {
    const auto found = std::ranges::find_if(
        all_, [&contestId](const programme::DoubleEdit& edit) { return id_of_contest(edit.contest) == contestId; });
    return found != all_.end() ? &*found : nullptr;
}

void VersionsModel::keep(const QString& contestId, const QString& versionId) {
    const programme::DoubleEdit* edit = find(contestId);
    const auto dot = parse_dot(versionId.toStdString());
    if (edit == nullptr || !dot) {
        return;
    }
    workplace().carry_out(
        [contest = edit->contest, dot = *dot](Store& store) { return programme::keep(store, contest, dot); },
        tr("Settled, for everybody."));
}

void VersionsModel::keepBoth(const QString& contestId) {
    const programme::DoubleEdit* edit = find(contestId);
    if (edit == nullptr || !edit->is_text) {
        return;
    }
    QStringList texts;
    for (const Version& version : edit->contest.versions) {
        if (const auto* text = std::get_if<std::string>(&version.value)) {
            texts.append(text_of(*text));
        }
    }
    texts.removeDuplicates();
    const bool lines = texts.join(QString()).size() > 80;
    write(contestId, texts.join(lines ? QStringLiteral("\n\n") : QStringLiteral(" / ")));
}

void VersionsModel::write(const QString& contestId, const QString& text) {
    const programme::DoubleEdit* edit = find(contestId);
    if (edit == nullptr || !edit->is_text) {
        return;
    }
    workplace().carry_out([contest = edit->contest, text = text.trimmed().toStdString()](
                              Store& store) { return programme::write_instead(store, contest, text); },
                          tr("Settled, for everybody."));
}

}  // namespace ayni::models
