#include "qml/models/app_model.hpp"

#include <QCoreApplication>
#include <algorithm>

#include "engine/programme/beginning.hpp"
#include "qml/models/sample.hpp"
#include "qml/models/sentences.hpp"
#include "qml/models/tongue.hpp"
#include "qml/models/words.hpp"

namespace ayni::models {
namespace {

constexpr std::string_view setting_language = "app.language";
constexpr std::string_view setting_darkness = "app.darkness";
constexpr std::string_view setting_text_scale = "app.text_scale";

}  // namespace

/// What the app knows of its profile.
struct AppModel::Self {
    programme::Me me;
    bool joined = false;
    QString language;
    Darkness darkness = Darkness::System;
    double text_scale = 1;
    std::optional<Recovery> recovered;  // and she hasn't been told yet
};

AppModel::AppModel(Options options, QObject* parent)
    : QObject(parent),
      options_(std::move(options)),
      tongue_(std::make_unique<Tongue>()),
      desk_(options_.store, options_.door),
      workplace_(desk_),
      drafts_(desk_),
      lock_(desk_, options_.profile),
      repair_(desk_),
      courier_(desk_, options_.offline),
      today_(workplace_),
      plan_(workplace_),
      sessions_(workplace_),
      us_(workplace_),
      safety_(workplace_, courier_),
      session_page_(workplace_),
      session_draft_(workplace_),
      versions_(workplace_),
      agreements_(workplace_),
      carry_(workplace_, options_.shared),
      readings_(workplace_) {
    darkness_ = options_.darkness.value_or(Darkness::System);
    text_scale_ = options_.text_scale.value_or(1);
    tongue_->speak(options_.language.isEmpty() ? Tongue::of_system() : options_.language);
    touched_.setSingleShot(true);
    connect(&touched_, &QTimer::timeout, this, &AppModel::load_self);
    connect(&desk_, &Desk::opened, this, &AppModel::load_self);
    connect(&desk_, &Desk::broken, this, &AppModel::did_not_open);
    connect(&desk_, &Desk::touched, this, [this] {
        touched_.start(0);  // several commits in a row are one refresh
        if (!courier_.busy()) {
            courier_.changed_here();
        }
    });
    // What the hub has acknowledged touches no record, but is safer now.
    connect(&courier_, &Courier::finished, this, &AppModel::refresh_all);
    connect(&lock_, &LockModel::pinChanged, this, [this](bool has) {
        workplace_.say(has ? tr("Your notebook opens with your PIN now.")
                           : tr("Your notebook opens without a PIN now."));
    });
    connect(&repair_, &RepairModel::told, this, &AppModel::load_self);
    connect(&workplace_, &Workplace::changed, this, &AppModel::changed);
    connect(&safety_, &ViewModel::changed, this, &AppModel::changed);
    connect(&today_, &TodayModel::faceOpened, this, [this](const QString& planId) {
        plan_.setCurrentPlan(planId);
        sessions_.setCurrentPlan(planId);
    });
    connect(&drafts_, &Drafts::leaving, &session_draft_, &SessionDraftModel::leave);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, &drafts_, &Drafts::leave);
    open_profile();
}

AppModel::~AppModel() = default;

void AppModel::open_profile() {
    drafts_.leave();
    state_ = State::Starting;
    courier_.stop();
    workplace_.forget();
    emit changed();
    if (sample_) {
        desk_.open_sample(sample_->path().toStdString());
        return;
    }
    std::error_code ignored;  // opening it says what is wrong with the folder
    std::filesystem::create_directories(options_.profile, ignored);
    desk_.open(options_.profile);
}

void AppModel::did_not_open(Fault fault) {
    // It may be open, and what was found in it no good: nobody works in it any more, since repairing closes it.
    drafts_.leave();
    courier_.stop();
    const bool locked = lock_.is_about_pin(fault);
    state_ = locked ? State::Locked : State::Broken;
    broken_ = fault;
    if (locked) {
        lock_.stayed_shut(fault);
    } else if (!sample_) {
        repair_.stayed_broken(fault);
    }
    emit changed();
}

void AppModel::load_self() {
    desk_.ask(
        this,
        [](Store& store) -> Result<Self> {
            AYNI_LET(me, programme::me(store));
            AYNI_LET(hub, client::hub_of(store));
            AYNI_LET(language, store.setting(setting_language));
            AYNI_LET(darkness, store.setting(setting_darkness));
            AYNI_LET(scale, store.setting(setting_text_scale));
            AYNI_LET(recovered, RepairModel::untold(store));
            Self self{me, hub.has_value(), text_of(language), Darkness::System, 1, std::move(recovered)};
            if (darkness == "light" || darkness == "dark") {
                self.darkness = darkness == "light" ? Darkness::Light : Darkness::Dark;
            }
            self.text_scale = scale.empty() ? 1 : std::clamp(text_of(scale).toDouble(), 1.0, 2.0);
            return self;
        },
        [this](const Result<Self>& self) {
            if (self) {
                took(*self);
            } else if (state_ == State::Starting || self.fault() == Fault::storage_corrupt) {
                did_not_open(self.fault());  // it did, but nothing can be read in it
            }
        });
}

void AppModel::took(const Self& self) {
    const bool starting = state_ != State::Ready && state_ != State::Repaired;
    const bool anybody = static_cast<bool>(self.me.id);
    role_ = text_of(self.me.role);
    person_name_ = text_of(self.me.name);
    alone_ = self.me.alone;
    unjoined_ = anybody && !self.joined && !sample_;
    if (!sample_) {  // where one looks around as one is used to
        darkness_ = options_.darkness.value_or(self.darkness);
        text_scale_ = options_.text_scale.value_or(self.text_scale);
    }
    if (options_.language.isEmpty() && !sample_ && !self.language.isEmpty() && self.language != language()) {
        tongue_->speak(self.language);
        render_all();
        emit languageChanged();
    }
    refresh_all();
    if (starting) {
        desk_.forget_pin();
        if (anybody && self.joined) {
            courier_.start();
        }
    }
    repair_.tell(self.recovered);
    state_ = self.recovered ? State::Repaired : (anybody ? State::Ready : State::Welcome);
    emit changed();
}

void AppModel::refresh_all() {
    for (ViewModel* model : models()) {
        model->refresh();
    }
}

void AppModel::render_all() {
    for (ViewModel* model : models()) {
        model->render();
        emit model->changed();
    }
    emit changed();
}

std::array<ViewModel*, 11> AppModel::models() {
    return {&today_,         &plan_,     &sessions_,   &us_,    &safety_,  &session_page_,
            &session_draft_, &versions_, &agreements_, &carry_, &readings_};
}

QString AppModel::brokenSentence() const {
    return state_ == State::Broken ? sentence_for(broken_) : QString();
}

QString AppModel::hubName() const {
    return safety_.hubName();
}

QString AppModel::versionText() const {
    return QStringLiteral("Ayni %1").arg(QCoreApplication::applicationVersion());
}

QString AppModel::language() const {
    return tongue_->language();
}

void AppModel::setLanguage(const QString& language) {
    if (language == tongue_->language() || !tongue_->speak(language)) {
        return;
    }
    options_.language.clear();
    keep(setting_language, language.toStdString());
    render_all();
    emit languageChanged();
}

void AppModel::setDarkness(Darkness darkness) {
    if (darkness_ == darkness) {
        return;
    }
    darkness_ = darkness;
    options_.darkness.reset();
    keep(setting_darkness, darkness == Darkness::System ? "" : (darkness == Darkness::Light ? "light" : "dark"));
    emit changed();
}

void AppModel::setTextScale(double scale) {
    const double held = std::clamp(scale, 1.0, 2.0);
    if (qFuzzyCompare(text_scale_, held)) {
        return;
    }
    text_scale_ = held;
    options_.text_scale.reset();
    keep(setting_text_scale, QString::number(held).toStdString());
    emit changed();
}

void AppModel::keep(std::string_view setting, const std::string& value) {
    if (state_ == State::Locked || state_ == State::Broken) {
        return;  // good for the page before the notebook, which has its own
    }
    desk_.ask(
        this, [setting, value](Store& store) { return store.set_setting(setting, value); },
        [this](const Outcome& outcome) {
            if (!outcome) {
                workplace_.say(sentence_for(outcome.fault()));
            }
        });
}

QString AppModel::joinSentence() const {
    return join_fault_ ? sentence_for(*join_fault_) : QString();
}

void AppModel::join(const QString& linkOrCode) {
    if (join_busy_ || sample_) {
        return;
    }
    join_busy_ = true;
    join_fault_.reset();
    emit changed();
    courier_.stop();
    // The network's part is here for once: nobody types into a store that has no plan yet.
    desk_.ask(
        this,
        [http = std::make_shared<client::Http>(), link = linkOrCode.trimmed().toStdString()](Store& store) {
            return client::join(store, *http, link);
        },
        [this](const Outcome& joined) {
            join_busy_ = false;
            if (!joined) {
                join_fault_ = joined.fault();
                emit changed();
                return;
            }
            workplace_.forget();
            workplace_.say(tr("Welcome! Your plan is on its way."));
            state_ = State::Starting;
            load_self();
        });
}

void AppModel::beginAlone(const QString& name, const QString& businessName) {
    desk_.ask(
        this,
        [name = name.trimmed().toStdString(), business = businessName.trimmed().toStdString()](Store& store) {
            return programme::begin_alone(store, name, business);
        },
        [this](const Result<RecordId>& begun) {
            if (!begun) {
                workplace_.say(sentence_for(begun.fault()));
            }
            load_self();
        });
}

void AppModel::openSample(const QString& role) {
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid()) {
        workplace_.say(sentence_for(Fault::storage_full));
        return;
    }
    leaving_ = std::exchange(sample_, std::move(folder));
    open_profile();
    desk_.ask(
        this,
        [words = SampleWords::now(), role = role.toStdString()](Store& store) {
            return write_sample(store, words, role);
        },
        [this](const Outcome& written) {
            leaving_.reset();
            if (!written) {
                workplace_.say(sentence_for(written.fault()));
                leaveSample();
                return;
            }
            load_self();
        });
}

void AppModel::leaveSample() {
    if (sample_) {
        leaving_ = std::move(sample_);  // its folder goes once its file is closed
        open_profile();
    }
}

void AppModel::undo() {
    workplace_.undo();
}

void AppModel::dismissNotice() {
    workplace_.say({});
}

void AppModel::openSession(const QString& sessionId) {
    session_page_.open(sessionId);
}

void AppModel::logSession(const QString& planId) {
    session_draft_.begin(planId.isEmpty() ? sessions_.currentPlan() : planId);
}

void AppModel::openVersions(const QString& recordId) {
    versions_.open(recordId);
}

void AppModel::openAgreements(const QString& planId) {
    agreements_.open(planId);
}

void AppModel::openReadings(const QString& planId) {
    readings_.open(planId);
}

void AppModel::tryAgain() {
    if (state_ == State::Broken) {
        open_profile();
    }
}

}  // namespace ayni::models
