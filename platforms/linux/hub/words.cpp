#include "platforms/linux/hub/words.hpp"

namespace ayni::words {

using shell::Phrase;

const Phrase invited{
    "La invitación de {0} vale una vez, durante {1} días: ábrala en su dispositivo, con el servidor en "
    "marcha.",
    "L'invitation de {0} sert une fois, pendant {1} jours : ouvrez-la sur son appareil, serveur en marche.",
    "The invitation of {0} is good once, for {1} days: open it on her device, with the hub running."};
const Phrase hub_is_there{"En la carpeta {0} ya hay un servidor: arránquelo con serve, o elija otra carpeta.",
                          "Le dossier {0} contient déjà un serveur : lancez-le avec serve, ou prenez un autre dossier.",
                          "There is a hub in the folder {0} already: start it with serve, or choose another folder."};
const Phrase hub_runs{"El servidor de la carpeta {0} ya está en marcha: deténgalo antes de arrancarlo otra vez.",
                      "Le serveur du dossier {0} tourne déjà : arrêtez-le avant de le relancer.",
                      "The hub of the folder {0} is running already: stop it before you start it again."};
const Phrase no_hub_there{"En la carpeta {0} no hay ningún servidor: créelo primero con init.",
                          "Le dossier {0} ne contient aucun serveur : créez-le d'abord avec init.",
                          "There is no hub in the folder {0}: make one first with init."};
const Phrase hub_in_database{
    "En la base de datos ya hay un servidor: arránquelo con serve, o elija otra base.",
    "La base de données contient déjà un serveur : lancez-le avec serve, ou prenez-en une autre.",
    "There is a hub in the database already: start it with serve, or choose another one."};
const Phrase no_hub_in_database{"En la base de datos no hay ningún servidor: créelo primero con init.",
                                "La base de données ne contient aucun serveur : créez-le d'abord avec init.",
                                "There is no hub in the database: make one first with init."};
const Phrase database_unreachable{
    "No se puede abrir la base de datos: compruebe que PostgreSQL está en marcha y lo que dice --database.",
    "Impossible d'ouvrir la base de données : vérifiez que PostgreSQL tourne et ce que dit --database.",
    "The database can't be opened: check that PostgreSQL is running, and what --database says."};
const Phrase database_has_own_copies{
    "Una base de datos se copia con pg_dump; si un día se restaura esa copia, ejecute después ayni-hub renew.",
    "Une base de données se copie avec pg_dump ; si un jour cette copie est restaurée, lancez ensuite ayni-hub renew.",
    "A database is copied with pg_dump; if that copy is ever restored, run ayni-hub renew afterwards."};
const Phrase renewed{
    "Los dispositivos ofrecerán de nuevo lo que falte aquí: arranque otra vez los servidores que estén en marcha.",
    "Les appareils proposeront de nouveau ce qui manque ici : relancez les serveurs qui tournent.",
    "Devices will offer again what is missing here: start the hubs that are running once more."};
const Phrase empty_name{"Falta el nombre del servidor, el de la coordinadora o la dirección: escríbalos todos.",
                        "Il manque le nom du serveur, celui de la coordinatrice ou l'adresse : indiquez-les tous.",
                        "The name of the hub, of the coordinator or the address is missing: give them all."};
const Phrase address_taken{
    "No se puede escuchar en {0}: quizá otro programa ya usa esa dirección; elija otra con --listen.",
    "Impossible d'écouter sur {0} : un autre programme l'occupe peut-être ; choisissez une autre adresse avec "
    "--listen.",
    "Can't listen at {0}: perhaps another program uses it; choose another address with --listen."};
const Phrase bad_address{"{0} no es una dirección: escríbala como 127.0.0.1:8440.",
                         "{0} n'est pas une adresse : écrivez-la comme 127.0.0.1:8440.",
                         "{0} is no address: write it like 127.0.0.1:8440."};
const Phrase bad_certificate{
    "El certificado o su clave no sirven: indique los dos archivos PEM con --tls-cert y --tls-key.",
    "Le certificat ou sa clé ne convient pas : donnez les deux fichiers PEM avec --tls-cert et --tls-key.",
    "The certificate or its key can't be used: give both PEM files with --tls-cert and --tls-key."};
const Phrase file_is_there{"El archivo {0} ya existe y no se tocó: elija otro nombre.",
                           "Le fichier {0} existe déjà et n'a pas été touché : choisissez un autre nom.",
                           "The file {0} exists already and was not touched: choose another name."};
const Phrase all_is_well{"Todo está en orden.", "Tout est en ordre.", "All is well."};
const Phrase not_well{"Hay {0} cosas que no cuadran: guarde una copia de la carpeta y avise a quien mantiene Ayni.",
                      "{0} choses ne concordent pas : gardez une copie du dossier et prévenez qui maintient Ayni.",
                      "{0} things don't agree: keep a copy of the folder and tell who maintains Ayni."};
const Phrase backed_up{"La copia está en {0}: para usarla, póngala como hub.db en una carpeta vacía.",
                       "La copie est dans {0} : pour s'en servir, placez-la sous le nom hub.db dans un dossier vide.",
                       "The copy is in {0}: to use it, put it as hub.db into an empty folder."};
const Phrase no_devices{"Todavía no se unió ningún dispositivo.", "Aucun appareil ne s'est encore joint.",
                        "No device has joined yet."};
const Phrase no_quarantine{"No hay nada apartado.", "Rien n'est mis de côté.", "Nothing is set aside."};

}  // namespace ayni::words
