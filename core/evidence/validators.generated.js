/* Made by scripts/validators.mjs from core/evidence/schemas. Change the schemas and run it again. */
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

var require_formats = __commonJS({
  "node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time(str) {
        const matches = TIME.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});

var require_validators = __commonJS({
  "standalone:validators"(exports) {
    "use strict";
    exports.cloudEvent = validate20;
    var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:cloud-event", "title": "Evidence envelope", "description": "CloudEvents 1.0 in JSON format. `data` is described by the schema of its `type`. Extension attributes follow CloudEvents 1.0, section 3.1.", "type": "object", "required": ["specversion", "id", "source", "type", "data"], "properties": { "specversion": { "const": "1.0" }, "id": { "type": "string", "minLength": 1, "description": "The source's own id of the fact, else a hash of its canonical content." }, "source": { "type": "string", "minLength": 1, "format": "uri-reference", "description": "Base address of the system plus the study." }, "type": { "type": "string", "minLength": 1 }, "subject": { "type": "string", "minLength": 1 }, "time": { "type": "string", "format": "date-time" }, "datacontenttype": { "const": "application/json" }, "dataschema": { "type": "string", "minLength": 1, "format": "uri" }, "data": {} }, "patternProperties": { "^[a-z0-9]+$": { "type": ["string", "number", "boolean", "object", "array", "null"] } }, "additionalProperties": false };
    var func1 = Object.prototype.hasOwnProperty;
    var func2 = require_ucs2length().default;
    var pattern4 = new RegExp("^[a-z0-9]+$", "u");
    var formats0 = /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    var formats2 = require_formats().fullFormats["date-time"];
    var formats4 = require_formats().fullFormats.uri;
    function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate20.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.specversion === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "specversion" }, message: "must have required property 'specversion'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.id === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.source === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.type === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.data === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "data" }, message: "must have required property 'data'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(func1.call(schema31.properties, key0) || pattern4.test(key0))) {
            const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.specversion !== void 0) {
          if ("1.0" !== data.specversion) {
            const err6 = { instancePath: instancePath + "/specversion", schemaPath: "#/properties/specversion/const", keyword: "const", params: { allowedValue: "1.0" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data.id !== void 0) {
          let data1 = data.id;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err7 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.source !== void 0) {
          let data2 = data.source;
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err9 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (!formats0.test(data2)) {
              const err10 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/format", keyword: "format", params: { format: "uri-reference" }, message: 'must match format "uri-reference"' };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.type !== void 0) {
          let data3 = data.type;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err12 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.subject !== void 0) {
          let data4 = data.subject;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err14 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.time !== void 0) {
          let data5 = data.time;
          if (typeof data5 === "string") {
            if (!formats2.validate(data5)) {
              const err16 = { instancePath: instancePath + "/time", schemaPath: "#/properties/time/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/time", schemaPath: "#/properties/time/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.datacontenttype !== void 0) {
          if ("application/json" !== data.datacontenttype) {
            const err18 = { instancePath: instancePath + "/datacontenttype", schemaPath: "#/properties/datacontenttype/const", keyword: "const", params: { allowedValue: "application/json" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data.dataschema !== void 0) {
          let data7 = data.dataschema;
          if (typeof data7 === "string") {
            if (func2(data7) < 1) {
              const err19 = { instancePath: instancePath + "/dataschema", schemaPath: "#/properties/dataschema/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (!formats4(data7)) {
              const err20 = { instancePath: instancePath + "/dataschema", schemaPath: "#/properties/dataschema/format", keyword: "format", params: { format: "uri" }, message: 'must match format "uri"' };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/dataschema", schemaPath: "#/properties/dataschema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        for (const key1 in data) {
          if (pattern4.test(key1)) {
            let data8 = data[key1];
            if (typeof data8 != "object" && typeof data8 !== "string" && !(typeof data8 == "number" && isFinite(data8)) && typeof data8 !== "boolean") {
              const err22 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/patternProperties/%5E%5Ba-z0-9%5D%2B%24/type", keyword: "type", params: { type: schema31.patternProperties["^[a-z0-9]+$"].type }, message: "must be string,number,boolean,object,array,null" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
      } else {
        const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      validate20.errors = vErrors;
      return errors === 0;
    }
    validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentAttachmentVersionedV1 = validate21;
    var schema32 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.attachment.versioned.v1", "title": "Attachment versioned", "description": "A version of a file attached to a page.", "type": "object", "required": ["space", "page", "title", "url", "attachment", "name", "version", "author", "note", "mediaType", "size", "sha256"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "attachment": { "type": "string", "minLength": 1 }, "name": { "type": "string", "minLength": 1 }, "version": { "type": "integer", "minimum": 1 }, "author": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "note": { "type": ["string", "null"] }, "mediaType": { "type": ["string", "null"] }, "size": { "type": ["integer", "null"], "minimum": 0, "description": "Bytes." }, "sha256": { "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$" } }, "additionalProperties": false };
    var pattern6 = new RegExp("^[0-9a-f]{64}$", "u");
    function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate21.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.attachment === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attachment" }, message: "must have required property 'attachment'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.name === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.version === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.note === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "note" }, message: "must have required property 'note'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.mediaType === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mediaType" }, message: "must have required property 'mediaType'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.size === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.sha256 === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema32.properties, key0)) {
            const err12 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err13 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema32.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err14 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err15 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err17 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema32.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err18 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema32.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data.attachment !== void 0) {
          let data4 = data.attachment;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err19 = { instancePath: instancePath + "/attachment", schemaPath: "#/properties/attachment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/attachment", schemaPath: "#/properties/attachment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data.name !== void 0) {
          let data5 = data.name;
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err21 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data.version !== void 0) {
          let data6 = data.version;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err23 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 < 1 || isNaN(data6)) {
              const err24 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data.author !== void 0) {
          let data7 = data.author;
          if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
            const err25 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema32.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.system === void 0) {
              const err26 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data7.account === void 0) {
              const err27 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data7.name === void 0) {
              const err28 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (data7.email === void 0) {
              const err29 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (data7.bot === void 0) {
              const err30 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            for (const key1 in data7) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err31 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data7.system !== void 0) {
              let data8 = data7.system;
              if (typeof data8 === "string") {
                if (func2(data8) < 1) {
                  const err32 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data7.account !== void 0) {
              let data9 = data7.account;
              if (typeof data9 === "string") {
                if (func2(data9) < 1) {
                  const err34 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
              } else {
                const err35 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data7.name !== void 0) {
              let data10 = data7.name;
              if (typeof data10 !== "string" && data10 !== null) {
                const err36 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema32.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data7.email !== void 0) {
              let data11 = data7.email;
              if (typeof data11 !== "string" && data11 !== null) {
                const err37 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema32.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data7.bot !== void 0) {
              if (typeof data7.bot !== "boolean") {
                const err38 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          }
        }
        if (data.note !== void 0) {
          let data13 = data.note;
          if (typeof data13 !== "string" && data13 !== null) {
            const err39 = { instancePath: instancePath + "/note", schemaPath: "#/properties/note/type", keyword: "type", params: { type: schema32.properties.note.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data.mediaType !== void 0) {
          let data14 = data.mediaType;
          if (typeof data14 !== "string" && data14 !== null) {
            const err40 = { instancePath: instancePath + "/mediaType", schemaPath: "#/properties/mediaType/type", keyword: "type", params: { type: schema32.properties.mediaType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data.size !== void 0) {
          let data15 = data.size;
          if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15)) && data15 !== null) {
            const err41 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/type", keyword: "type", params: { type: schema32.properties.size.type }, message: "must be integer,null" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 < 0 || isNaN(data15)) {
              const err42 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          }
        }
        if (data.sha256 !== void 0) {
          let data16 = data.sha256;
          if (typeof data16 !== "string" && data16 !== null) {
            const err43 = { instancePath: instancePath + "/sha256", schemaPath: "#/properties/sha256/type", keyword: "type", params: { type: schema32.properties.sha256.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
          if (typeof data16 === "string") {
            if (!pattern6.test(data16)) {
              const err44 = { instancePath: instancePath + "/sha256", schemaPath: "#/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          }
        }
      } else {
        const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      validate21.errors = vErrors;
      return errors === 0;
    }
    validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentCommentPostedV1 = validate22;
    var schema33 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.comment.posted.v1", "title": "Comment posted", "description": "A comment on a page. Its text is for the evaluation and is not stored.", "type": "object", "required": ["space", "page", "title", "url", "comment", "version", "location", "author", "text", "selection", "mentions"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "comment": { "type": "string", "minLength": 1 }, "version": { "type": "integer", "minimum": 1 }, "location": { "enum": ["footer", "inline", "reply"] }, "author": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "text": { "type": "string" }, "selection": { "type": ["string", "null"], "description": "Words of the page that an inline comment stands at." }, "mentions": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Accounts that it mentions." } }, "additionalProperties": false };
    function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate22.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.comment === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "comment" }, message: "must have required property 'comment'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.version === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.location === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "location" }, message: "must have required property 'location'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.text === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" }, message: "must have required property 'text'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.selection === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "selection" }, message: "must have required property 'selection'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.mentions === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mentions" }, message: "must have required property 'mentions'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema33.properties, key0)) {
            const err11 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err12 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema33.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err13 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err14 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err16 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema33.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err17 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema33.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.comment !== void 0) {
          let data4 = data.comment;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err18 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data.version !== void 0) {
          let data5 = data.version;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err20 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 < 1 || isNaN(data5)) {
              const err21 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
        }
        if (data.location !== void 0) {
          let data6 = data.location;
          if (!(data6 === "footer" || data6 === "inline" || data6 === "reply")) {
            const err22 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/enum", keyword: "enum", params: { allowedValues: schema33.properties.location.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data7 = data.author;
          if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
            const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema33.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.system === void 0) {
              const err24 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data7.account === void 0) {
              const err25 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data7.name === void 0) {
              const err26 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data7.email === void 0) {
              const err27 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data7.bot === void 0) {
              const err28 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            for (const key1 in data7) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err29 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data7.system !== void 0) {
              let data8 = data7.system;
              if (typeof data8 === "string") {
                if (func2(data8) < 1) {
                  const err30 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data7.account !== void 0) {
              let data9 = data7.account;
              if (typeof data9 === "string") {
                if (func2(data9) < 1) {
                  const err32 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data7.name !== void 0) {
              let data10 = data7.name;
              if (typeof data10 !== "string" && data10 !== null) {
                const err34 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema33.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data7.email !== void 0) {
              let data11 = data7.email;
              if (typeof data11 !== "string" && data11 !== null) {
                const err35 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema33.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data7.bot !== void 0) {
              if (typeof data7.bot !== "boolean") {
                const err36 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          }
        }
        if (data.text !== void 0) {
          if (typeof data.text !== "string") {
            const err37 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data.selection !== void 0) {
          let data14 = data.selection;
          if (typeof data14 !== "string" && data14 !== null) {
            const err38 = { instancePath: instancePath + "/selection", schemaPath: "#/properties/selection/type", keyword: "type", params: { type: schema33.properties.selection.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data.mentions !== void 0) {
          let data15 = data.mentions;
          if (Array.isArray(data15)) {
            const len0 = data15.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data16 = data15[i0];
              if (typeof data16 === "string") {
                if (func2(data16) < 1) {
                  const err39 = { instancePath: instancePath + "/mentions/" + i0, schemaPath: "#/properties/mentions/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              } else {
                const err40 = { instancePath: instancePath + "/mentions/" + i0, schemaPath: "#/properties/mentions/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
          } else {
            const err41 = { instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
      } else {
        const err42 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      validate22.errors = vErrors;
      return errors === 0;
    }
    validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentCommentResolvedV1 = validate23;
    var schema34 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.comment.resolved.v1", "title": "Comment resolved", "description": "An inline comment was resolved, reopened, or its place was deleted.", "type": "object", "required": ["space", "page", "title", "url", "comment", "resolution", "by", "observed"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "comment": { "type": "string", "minLength": 1 }, "resolution": { "enum": ["open", "reopened", "resolved", "dangling"] }, "by": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "observed": { "type": "boolean", "description": "True: the time is when this was seen, because the source names none." } }, "additionalProperties": false };
    function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate23.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.comment === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "comment" }, message: "must have required property 'comment'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.resolution === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.observed === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "observed" }, message: "must have required property 'observed'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "space" || key0 === "page" || key0 === "title" || key0 === "url" || key0 === "comment" || key0 === "resolution" || key0 === "by" || key0 === "observed")) {
            const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err9 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema34.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err10 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err11 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err13 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema34.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err14 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema34.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.comment !== void 0) {
          let data4 = data.comment;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err15 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.resolution !== void 0) {
          let data5 = data.resolution;
          if (!(data5 === "open" || data5 === "reopened" || data5 === "resolved" || data5 === "dangling")) {
            const err17 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/enum", keyword: "enum", params: { allowedValues: schema34.properties.resolution.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.by !== void 0) {
          let data6 = data.by;
          if (!(data6 && typeof data6 == "object" && !Array.isArray(data6)) && data6 !== null) {
            const err18 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema34.properties.by.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.system === void 0) {
              const err19 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data6.account === void 0) {
              const err20 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data6.name === void 0) {
              const err21 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data6.email === void 0) {
              const err22 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data6.bot === void 0) {
              const err23 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            for (const key1 in data6) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err24 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data6.system !== void 0) {
              let data7 = data6.system;
              if (typeof data7 === "string") {
                if (func2(data7) < 1) {
                  const err25 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data6.account !== void 0) {
              let data8 = data6.account;
              if (typeof data8 === "string") {
                if (func2(data8) < 1) {
                  const err27 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              } else {
                const err28 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data6.name !== void 0) {
              let data9 = data6.name;
              if (typeof data9 !== "string" && data9 !== null) {
                const err29 = { instancePath: instancePath + "/by/name", schemaPath: "#/properties/by/properties/name/type", keyword: "type", params: { type: schema34.properties.by.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data6.email !== void 0) {
              let data10 = data6.email;
              if (typeof data10 !== "string" && data10 !== null) {
                const err30 = { instancePath: instancePath + "/by/email", schemaPath: "#/properties/by/properties/email/type", keyword: "type", params: { type: schema34.properties.by.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data6.bot !== void 0) {
              if (typeof data6.bot !== "boolean") {
                const err31 = { instancePath: instancePath + "/by/bot", schemaPath: "#/properties/by/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          }
        }
        if (data.observed !== void 0) {
          if (typeof data.observed !== "boolean") {
            const err32 = { instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      validate23.errors = vErrors;
      return errors === 0;
    }
    validate23.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentLabelAddedV1 = validate24;
    var schema35 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.label.added.v1", "title": "Label added", "description": "A label was put on a page.", "type": "object", "required": ["space", "page", "title", "url", "label", "by", "observed"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "label": { "type": "string", "minLength": 1 }, "by": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "observed": { "type": "boolean", "description": "True: the time is when this was seen, because the source names none." } }, "additionalProperties": false };
    function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate24.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.label === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "label" }, message: "must have required property 'label'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.observed === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "observed" }, message: "must have required property 'observed'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "space" || key0 === "page" || key0 === "title" || key0 === "url" || key0 === "label" || key0 === "by" || key0 === "observed")) {
            const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err8 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema35.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err9 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err10 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err12 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema35.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err13 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema35.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.label !== void 0) {
          let data4 = data.label;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err14 = { instancePath: instancePath + "/label", schemaPath: "#/properties/label/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/label", schemaPath: "#/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.by !== void 0) {
          let data5 = data.by;
          if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
            const err16 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema35.properties.by.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.system === void 0) {
              const err17 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data5.account === void 0) {
              const err18 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data5.name === void 0) {
              const err19 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data5.email === void 0) {
              const err20 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data5.bot === void 0) {
              const err21 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            for (const key1 in data5) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err22 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data5.system !== void 0) {
              let data6 = data5.system;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err23 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data5.account !== void 0) {
              let data7 = data5.account;
              if (typeof data7 === "string") {
                if (func2(data7) < 1) {
                  const err25 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data5.name !== void 0) {
              let data8 = data5.name;
              if (typeof data8 !== "string" && data8 !== null) {
                const err27 = { instancePath: instancePath + "/by/name", schemaPath: "#/properties/by/properties/name/type", keyword: "type", params: { type: schema35.properties.by.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data5.email !== void 0) {
              let data9 = data5.email;
              if (typeof data9 !== "string" && data9 !== null) {
                const err28 = { instancePath: instancePath + "/by/email", schemaPath: "#/properties/by/properties/email/type", keyword: "type", params: { type: schema35.properties.by.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data5.bot !== void 0) {
              if (typeof data5.bot !== "boolean") {
                const err29 = { instancePath: instancePath + "/by/bot", schemaPath: "#/properties/by/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          }
        }
        if (data.observed !== void 0) {
          if (typeof data.observed !== "boolean") {
            const err30 = { instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      validate24.errors = vErrors;
      return errors === 0;
    }
    validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentReviewRequestedV1 = validate25;
    var schema36 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.review.requested.v1", "title": "Review requested", "description": "Another system started a review of the page.", "type": "object", "required": ["space", "page", "title", "url", "by", "how"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "by": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "how": { "type": "string", "minLength": 1, "description": "What started it, in the words of that system." } }, "additionalProperties": false };
    function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate25.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.how === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "how" }, message: "must have required property 'how'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "space" || key0 === "page" || key0 === "title" || key0 === "url" || key0 === "by" || key0 === "how")) {
            const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err7 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema36.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err8 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err9 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err11 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema36.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err12 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema36.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.by !== void 0) {
          let data4 = data.by;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err13 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema36.properties.by.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err14 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err15 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err16 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err17 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err18 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err19 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err20 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
              } else {
                const err21 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err22 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              } else {
                const err23 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err24 = { instancePath: instancePath + "/by/name", schemaPath: "#/properties/by/properties/name/type", keyword: "type", params: { type: schema36.properties.by.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err25 = { instancePath: instancePath + "/by/email", schemaPath: "#/properties/by/properties/email/type", keyword: "type", params: { type: schema36.properties.by.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err26 = { instancePath: instancePath + "/by/bot", schemaPath: "#/properties/by/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
          }
        }
        if (data.how !== void 0) {
          let data10 = data.how;
          if (typeof data10 === "string") {
            if (func2(data10) < 1) {
              const err27 = { instancePath: instancePath + "/how", schemaPath: "#/properties/how/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/how", schemaPath: "#/properties/how/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      validate25.errors = vErrors;
      return errors === 0;
    }
    validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentStateChangedV1 = validate26;
    var schema37 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.state.changed.v1", "title": "State changed", "description": "The state of a page changed, e.g. to “Ready for review”.", "type": "object", "required": ["space", "page", "title", "url", "state", "by", "observed"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "state": { "type": "string", "minLength": 1 }, "by": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "observed": { "type": "boolean", "description": "True: the time is when this was seen, because the source names none." } }, "additionalProperties": false };
    function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate26.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.state === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.observed === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "observed" }, message: "must have required property 'observed'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "space" || key0 === "page" || key0 === "title" || key0 === "url" || key0 === "state" || key0 === "by" || key0 === "observed")) {
            const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err8 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema37.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err9 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err10 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err12 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema37.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err13 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema37.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.state !== void 0) {
          let data4 = data.state;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err14 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.by !== void 0) {
          let data5 = data.by;
          if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
            const err16 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema37.properties.by.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.system === void 0) {
              const err17 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data5.account === void 0) {
              const err18 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data5.name === void 0) {
              const err19 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data5.email === void 0) {
              const err20 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data5.bot === void 0) {
              const err21 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            for (const key1 in data5) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err22 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data5.system !== void 0) {
              let data6 = data5.system;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err23 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data5.account !== void 0) {
              let data7 = data5.account;
              if (typeof data7 === "string") {
                if (func2(data7) < 1) {
                  const err25 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data5.name !== void 0) {
              let data8 = data5.name;
              if (typeof data8 !== "string" && data8 !== null) {
                const err27 = { instancePath: instancePath + "/by/name", schemaPath: "#/properties/by/properties/name/type", keyword: "type", params: { type: schema37.properties.by.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data5.email !== void 0) {
              let data9 = data5.email;
              if (typeof data9 !== "string" && data9 !== null) {
                const err28 = { instancePath: instancePath + "/by/email", schemaPath: "#/properties/by/properties/email/type", keyword: "type", params: { type: schema37.properties.by.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data5.bot !== void 0) {
              if (typeof data5.bot !== "boolean") {
                const err29 = { instancePath: instancePath + "/by/bot", schemaPath: "#/properties/by/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          }
        }
        if (data.observed !== void 0) {
          if (typeof data.observed !== "boolean") {
            const err30 = { instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      validate26.errors = vErrors;
      return errors === 0;
    }
    validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentTaskAssignedV1 = validate27;
    var schema38 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.task.assigned.v1", "title": "Task assigned", "description": "A task on a page was given to somebody.", "type": "object", "required": ["space", "page", "title", "url", "task", "author", "assignee", "text"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "task": { "type": "string", "minLength": 1 }, "author": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "assignee": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "text": { "type": "string" } }, "additionalProperties": false };
    function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate27.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.task === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.assignee === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "assignee" }, message: "must have required property 'assignee'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.text === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" }, message: "must have required property 'text'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "space" || key0 === "page" || key0 === "title" || key0 === "url" || key0 === "task" || key0 === "author" || key0 === "assignee" || key0 === "text")) {
            const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err9 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema38.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err10 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err11 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err13 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema38.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err14 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema38.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.task !== void 0) {
          let data4 = data.task;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err15 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data5 = data.author;
          if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
            const err17 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema38.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.system === void 0) {
              const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data5.account === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data5.name === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data5.email === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data5.bot === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            for (const key1 in data5) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data5.system !== void 0) {
              let data6 = data5.system;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err24 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              } else {
                const err25 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data5.account !== void 0) {
              let data7 = data5.account;
              if (typeof data7 === "string") {
                if (func2(data7) < 1) {
                  const err26 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data5.name !== void 0) {
              let data8 = data5.name;
              if (typeof data8 !== "string" && data8 !== null) {
                const err28 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema38.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data5.email !== void 0) {
              let data9 = data5.email;
              if (typeof data9 !== "string" && data9 !== null) {
                const err29 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema38.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data5.bot !== void 0) {
              if (typeof data5.bot !== "boolean") {
                const err30 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          }
        }
        if (data.assignee !== void 0) {
          let data11 = data.assignee;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err31 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/type", keyword: "type", params: { type: schema38.properties.assignee.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.system === void 0) {
              const err32 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data11.account === void 0) {
              const err33 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data11.name === void 0) {
              const err34 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data11.email === void 0) {
              const err35 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data11.bot === void 0) {
              const err36 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "system" || key2 === "account" || key2 === "name" || key2 === "email" || key2 === "bot")) {
                const err37 = { instancePath: instancePath + "/assignee", schemaPath: "#/properties/assignee/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data11.system !== void 0) {
              let data12 = data11.system;
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err38 = { instancePath: instancePath + "/assignee/system", schemaPath: "#/properties/assignee/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
              } else {
                const err39 = { instancePath: instancePath + "/assignee/system", schemaPath: "#/properties/assignee/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data11.account !== void 0) {
              let data13 = data11.account;
              if (typeof data13 === "string") {
                if (func2(data13) < 1) {
                  const err40 = { instancePath: instancePath + "/assignee/account", schemaPath: "#/properties/assignee/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
              } else {
                const err41 = { instancePath: instancePath + "/assignee/account", schemaPath: "#/properties/assignee/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            if (data11.name !== void 0) {
              let data14 = data11.name;
              if (typeof data14 !== "string" && data14 !== null) {
                const err42 = { instancePath: instancePath + "/assignee/name", schemaPath: "#/properties/assignee/properties/name/type", keyword: "type", params: { type: schema38.properties.assignee.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data11.email !== void 0) {
              let data15 = data11.email;
              if (typeof data15 !== "string" && data15 !== null) {
                const err43 = { instancePath: instancePath + "/assignee/email", schemaPath: "#/properties/assignee/properties/email/type", keyword: "type", params: { type: schema38.properties.assignee.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
            }
            if (data11.bot !== void 0) {
              if (typeof data11.bot !== "boolean") {
                const err44 = { instancePath: instancePath + "/assignee/bot", schemaPath: "#/properties/assignee/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
          }
        }
        if (data.text !== void 0) {
          if (typeof data.text !== "string") {
            const err45 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
      validate27.errors = vErrors;
      return errors === 0;
    }
    validate27.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceDocumentVersionPublishedV1 = validate28;
    var schema39 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.document.version.published.v1", "title": "Version published", "description": "A version of a page.", "type": "object", "required": ["space", "page", "title", "url", "version", "author", "minorEdit", "note", "status"], "properties": { "space": { "type": ["string", "null"], "minLength": 1, "description": "Key or id of the space." }, "page": { "type": "string", "minLength": 1, "description": "Id of the page in the source." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "version": { "type": "integer", "minimum": 1 }, "author": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "minorEdit": { "type": ["boolean", "null"] }, "note": { "type": ["string", "null"], "description": "The change note." }, "status": { "enum": ["current", "historical", "draft", "archived", "trashed", "deleted"] } }, "additionalProperties": false };
    function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate28.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.space === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "space" }, message: "must have required property 'space'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.page === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.version === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.minorEdit === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "minorEdit" }, message: "must have required property 'minorEdit'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.note === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "note" }, message: "must have required property 'note'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.status === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema39.properties, key0)) {
            const err9 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data.space !== void 0) {
          let data0 = data.space;
          if (typeof data0 !== "string" && data0 !== null) {
            const err10 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/type", keyword: "type", params: { type: schema39.properties.space.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err11 = { instancePath: instancePath + "/space", schemaPath: "#/properties/space/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        }
        if (data.page !== void 0) {
          let data1 = data.page;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err12 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/page", schemaPath: "#/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err14 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema39.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err15 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema39.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.version !== void 0) {
          let data4 = data.version;
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err16 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 < 1 || isNaN(data4)) {
              const err17 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          }
        }
        if (data.author !== void 0) {
          let data5 = data.author;
          if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
            const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema39.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.system === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data5.account === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data5.name === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data5.email === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data5.bot === void 0) {
              const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            for (const key1 in data5) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err24 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data5.system !== void 0) {
              let data6 = data5.system;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err25 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data5.account !== void 0) {
              let data7 = data5.account;
              if (typeof data7 === "string") {
                if (func2(data7) < 1) {
                  const err27 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              } else {
                const err28 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data5.name !== void 0) {
              let data8 = data5.name;
              if (typeof data8 !== "string" && data8 !== null) {
                const err29 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema39.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data5.email !== void 0) {
              let data9 = data5.email;
              if (typeof data9 !== "string" && data9 !== null) {
                const err30 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema39.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data5.bot !== void 0) {
              if (typeof data5.bot !== "boolean") {
                const err31 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          }
        }
        if (data.minorEdit !== void 0) {
          let data11 = data.minorEdit;
          if (typeof data11 !== "boolean" && data11 !== null) {
            const err32 = { instancePath: instancePath + "/minorEdit", schemaPath: "#/properties/minorEdit/type", keyword: "type", params: { type: schema39.properties.minorEdit.type }, message: "must be boolean,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.note !== void 0) {
          let data12 = data.note;
          if (typeof data12 !== "string" && data12 !== null) {
            const err33 = { instancePath: instancePath + "/note", schemaPath: "#/properties/note/type", keyword: "type", params: { type: schema39.properties.note.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data.status !== void 0) {
          let data13 = data.status;
          if (!(data13 === "current" || data13 === "historical" || data13 === "draft" || data13 === "archived" || data13 === "trashed" || data13 === "deleted")) {
            const err34 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema39.properties.status.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      validate28.errors = vErrors;
      return errors === 0;
    }
    validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcDeviationRecordedV1 = validate29;
    var schema40 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.deviation.recorded.v1", "title": "Deviation recorded", "description": "A protocol deviation.", "type": "object", "required": ["study", "site", "country", "subject", "subjectLabel", "at", "by", "deviation", "occurredAt", "important", "code", "removed"], "properties": { "study": { "type": "string", "minLength": 1, "description": "Key of the study in the source." }, "site": { "type": ["string", "null"], "minLength": 1, "description": "ODM LocationOID, REDCap data access group, Castor site; null where the source names none." }, "country": { "type": ["string", "null"], "minLength": 1 }, "subject": { "type": "string", "minLength": 1, "description": "Key of the subject in the source." }, "subjectLabel": { "type": ["string", "null"], "minLength": 1, "description": "The number that people see, where it differs from the key." }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." }, "deviation": { "type": "string", "minLength": 1 }, "occurredAt": { "type": ["string", "null"] }, "important": { "type": ["boolean", "null"] }, "code": { "type": ["string", "null"] }, "removed": { "type": "boolean" } }, "additionalProperties": false };
    function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate29.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.site === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.country === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "country" }, message: "must have required property 'country'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subject === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.subjectLabel === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjectLabel" }, message: "must have required property 'subjectLabel'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.at === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.deviation === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deviation" }, message: "must have required property 'deviation'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.occurredAt === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "occurredAt" }, message: "must have required property 'occurredAt'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.important === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "important" }, message: "must have required property 'important'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.code === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.removed === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "removed" }, message: "must have required property 'removed'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema40.properties, key0)) {
            const err12 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err13 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.site !== void 0) {
          let data1 = data.site;
          if (typeof data1 !== "string" && data1 !== null) {
            const err15 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema40.properties.site.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err16 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
        if (data.country !== void 0) {
          let data2 = data.country;
          if (typeof data2 !== "string" && data2 !== null) {
            const err17 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema40.properties.country.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err18 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
        if (data.subject !== void 0) {
          let data3 = data.subject;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err19 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data.subjectLabel !== void 0) {
          let data4 = data.subjectLabel;
          if (typeof data4 !== "string" && data4 !== null) {
            const err21 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/type", keyword: "type", params: { type: schema40.properties.subjectLabel.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err22 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
        if (data.at !== void 0) {
          let data5 = data.at;
          if (typeof data5 !== "string" && data5 !== null) {
            const err23 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: schema40.properties.at.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!formats2.validate(data5)) {
              const err24 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data6 = data.by;
          if (typeof data6 !== "string" && data6 !== null) {
            const err25 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema40.properties.by.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err26 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        }
        if (data.deviation !== void 0) {
          let data7 = data.deviation;
          if (typeof data7 === "string") {
            if (func2(data7) < 1) {
              const err27 = { instancePath: instancePath + "/deviation", schemaPath: "#/properties/deviation/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/deviation", schemaPath: "#/properties/deviation/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data.occurredAt !== void 0) {
          let data8 = data.occurredAt;
          if (typeof data8 !== "string" && data8 !== null) {
            const err29 = { instancePath: instancePath + "/occurredAt", schemaPath: "#/properties/occurredAt/type", keyword: "type", params: { type: schema40.properties.occurredAt.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data.important !== void 0) {
          let data9 = data.important;
          if (typeof data9 !== "boolean" && data9 !== null) {
            const err30 = { instancePath: instancePath + "/important", schemaPath: "#/properties/important/type", keyword: "type", params: { type: schema40.properties.important.type }, message: "must be boolean,null" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.code !== void 0) {
          let data10 = data.code;
          if (typeof data10 !== "string" && data10 !== null) {
            const err31 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: schema40.properties.code.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.removed !== void 0) {
          if (typeof data.removed !== "boolean") {
            const err32 = { instancePath: instancePath + "/removed", schemaPath: "#/properties/removed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      validate29.errors = vErrors;
      return errors === 0;
    }
    validate29.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcDocumentReadV1 = validate30;
    var schema41 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.document.read.v1", "title": "Document read", "description": "A document or answer of an EDC that was read.", "type": "object", "required": ["study", "fileType", "asOf", "subjects", "sourceSystem"], "properties": { "study": { "type": "string", "minLength": 1 }, "fileType": { "enum": ["Snapshot", "Transactional"] }, "asOf": { "type": ["string", "null"], "format": "date-time", "description": "The instant the content is true at." }, "subjects": { "type": ["array", "null"], "items": { "type": "string", "minLength": 1 }, "description": "Only for snapshots of a whole study: every subject key it holds." }, "sourceSystem": { "type": ["string", "null"], "minLength": 1 }, "recordAddress": { "type": "string", "minLength": 1, "description": "Address at which a person opens a record of the study, with placeholders; only where the source tells it." } }, "additionalProperties": false };
    function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate30.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.fileType === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fileType" }, message: "must have required property 'fileType'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.asOf === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "asOf" }, message: "must have required property 'asOf'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subjects === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjects" }, message: "must have required property 'subjects'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.sourceSystem === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sourceSystem" }, message: "must have required property 'sourceSystem'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "study" || key0 === "fileType" || key0 === "asOf" || key0 === "subjects" || key0 === "sourceSystem" || key0 === "recordAddress")) {
            const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err6 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.fileType !== void 0) {
          let data1 = data.fileType;
          if (!(data1 === "Snapshot" || data1 === "Transactional")) {
            const err8 = { instancePath: instancePath + "/fileType", schemaPath: "#/properties/fileType/enum", keyword: "enum", params: { allowedValues: schema41.properties.fileType.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.asOf !== void 0) {
          let data2 = data.asOf;
          if (typeof data2 !== "string" && data2 !== null) {
            const err9 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/type", keyword: "type", params: { type: schema41.properties.asOf.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (!formats2.validate(data2)) {
              const err10 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
        if (data.subjects !== void 0) {
          let data3 = data.subjects;
          if (!Array.isArray(data3) && data3 !== null) {
            const err11 = { instancePath: instancePath + "/subjects", schemaPath: "#/properties/subjects/type", keyword: "type", params: { type: schema41.properties.subjects.type }, message: "must be array,null" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (typeof data4 === "string") {
                if (func2(data4) < 1) {
                  const err12 = { instancePath: instancePath + "/subjects/" + i0, schemaPath: "#/properties/subjects/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              } else {
                const err13 = { instancePath: instancePath + "/subjects/" + i0, schemaPath: "#/properties/subjects/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
          }
        }
        if (data.sourceSystem !== void 0) {
          let data5 = data.sourceSystem;
          if (typeof data5 !== "string" && data5 !== null) {
            const err14 = { instancePath: instancePath + "/sourceSystem", schemaPath: "#/properties/sourceSystem/type", keyword: "type", params: { type: schema41.properties.sourceSystem.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err15 = { instancePath: instancePath + "/sourceSystem", schemaPath: "#/properties/sourceSystem/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          }
        }
        if (data.recordAddress !== void 0) {
          let data6 = data.recordAddress;
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err16 = { instancePath: instancePath + "/recordAddress", schemaPath: "#/properties/recordAddress/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/recordAddress", schemaPath: "#/properties/recordAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      validate30.errors = vErrors;
      return errors === 0;
    }
    validate30.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcFormRecordedV1 = validate31;
    var schema42 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.form.recorded.v1", "title": "Form recorded", "description": "A form of a subject with what changed or what it holds.", "type": "object", "required": ["study", "site", "country", "subject", "subjectLabel", "event", "eventRepeat", "form", "formRepeat", "recordedAt", "complete", "status", "statusStamp", "imported", "removed", "transaction", "items"], "properties": { "study": { "type": "string", "minLength": 1, "description": "Key of the study in the source." }, "site": { "type": ["string", "null"], "minLength": 1, "description": "ODM LocationOID, REDCap data access group, Castor site; null where the source names none." }, "country": { "type": ["string", "null"], "minLength": 1 }, "subject": { "type": "string", "minLength": 1, "description": "Key of the subject in the source." }, "subjectLabel": { "type": ["string", "null"], "minLength": 1, "description": "The number that people see, where it differs from the key." }, "event": { "type": "string", "minLength": 1 }, "eventRepeat": { "type": ["string", "null"] }, "form": { "type": "string", "minLength": 1 }, "formRepeat": { "type": ["string", "null"] }, "recordedAt": { "type": ["string", "null"], "format": "date-time" }, "complete": { "type": "boolean", "description": "True: `items` is the whole form; false: only what changed." }, "status": { "enum": ["empty", "incomplete", "unverified", "complete", "locked", "signed", "notDone", null] }, "statusStamp": { "type": ["object", "null"], "required": ["at", "by"], "properties": { "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." } }, "additionalProperties": false }, "imported": { "type": "boolean" }, "removed": { "type": "boolean" }, "transaction": { "enum": ["Insert", "Update", "Remove", "Upsert", "Context", null], "description": "ODM TransactionType; null where the source keeps no history." }, "items": { "type": "array", "items": { "type": "object", "required": ["at", "by", "group", "groupRepeat", "item", "filled", "transaction"], "properties": { "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." }, "group": { "type": ["string", "null"] }, "groupRepeat": { "type": ["string", "null"] }, "item": { "type": "string", "minLength": 1 }, "filled": { "type": "boolean", "description": "Holds data now." }, "value": { "type": "string", "description": "Only for items that the mapping names." }, "digest": { "type": "string", "minLength": 1, "description": "Short digest of the value, to tell a correction from a repeat." }, "transaction": { "enum": ["Insert", "Update", "Remove", "Upsert", "Context", null], "description": "ODM TransactionType; null where the source keeps no history." }, "reason": { "type": "string" }, "sdv": { "type": "object", "required": ["required", "verified", "at"], "properties": { "required": { "type": ["boolean", "null"] }, "verified": { "type": "boolean" }, "at": { "type": ["string", "null"], "format": "date-time" } }, "additionalProperties": false } }, "additionalProperties": false } }, "removedGroups": { "type": "array", "items": { "type": "object", "required": ["group", "groupRepeat", "at", "by"], "properties": { "group": { "type": "string" }, "groupRepeat": { "type": ["string", "null"] }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false } }, "tzAssumed": { "type": "boolean" } }, "additionalProperties": false };
    function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate31.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.site === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.country === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "country" }, message: "must have required property 'country'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subject === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.subjectLabel === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjectLabel" }, message: "must have required property 'subjectLabel'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.event === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.eventRepeat === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventRepeat" }, message: "must have required property 'eventRepeat'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.form === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "form" }, message: "must have required property 'form'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.formRepeat === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "formRepeat" }, message: "must have required property 'formRepeat'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.recordedAt === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "recordedAt" }, message: "must have required property 'recordedAt'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.complete === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "complete" }, message: "must have required property 'complete'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.status === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.statusStamp === void 0) {
          const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "statusStamp" }, message: "must have required property 'statusStamp'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data.imported === void 0) {
          const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "imported" }, message: "must have required property 'imported'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data.removed === void 0) {
          const err14 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "removed" }, message: "must have required property 'removed'" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data.transaction === void 0) {
          const err15 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "transaction" }, message: "must have required property 'transaction'" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data.items === void 0) {
          const err16 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema42.properties, key0)) {
            const err17 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err18 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data.site !== void 0) {
          let data1 = data.site;
          if (typeof data1 !== "string" && data1 !== null) {
            const err20 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema42.properties.site.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err21 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
        }
        if (data.country !== void 0) {
          let data2 = data.country;
          if (typeof data2 !== "string" && data2 !== null) {
            const err22 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema42.properties.country.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err23 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
        }
        if (data.subject !== void 0) {
          let data3 = data.subject;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err24 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data.subjectLabel !== void 0) {
          let data4 = data.subjectLabel;
          if (typeof data4 !== "string" && data4 !== null) {
            const err26 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/type", keyword: "type", params: { type: schema42.properties.subjectLabel.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err27 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
        if (data.event !== void 0) {
          let data5 = data.event;
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err28 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data.eventRepeat !== void 0) {
          let data6 = data.eventRepeat;
          if (typeof data6 !== "string" && data6 !== null) {
            const err30 = { instancePath: instancePath + "/eventRepeat", schemaPath: "#/properties/eventRepeat/type", keyword: "type", params: { type: schema42.properties.eventRepeat.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.form !== void 0) {
          let data7 = data.form;
          if (typeof data7 === "string") {
            if (func2(data7) < 1) {
              const err31 = { instancePath: instancePath + "/form", schemaPath: "#/properties/form/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.formRepeat !== void 0) {
          let data8 = data.formRepeat;
          if (typeof data8 !== "string" && data8 !== null) {
            const err33 = { instancePath: instancePath + "/formRepeat", schemaPath: "#/properties/formRepeat/type", keyword: "type", params: { type: schema42.properties.formRepeat.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data.recordedAt !== void 0) {
          let data9 = data.recordedAt;
          if (typeof data9 !== "string" && data9 !== null) {
            const err34 = { instancePath: instancePath + "/recordedAt", schemaPath: "#/properties/recordedAt/type", keyword: "type", params: { type: schema42.properties.recordedAt.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (typeof data9 === "string") {
            if (!formats2.validate(data9)) {
              const err35 = { instancePath: instancePath + "/recordedAt", schemaPath: "#/properties/recordedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          }
        }
        if (data.complete !== void 0) {
          if (typeof data.complete !== "boolean") {
            const err36 = { instancePath: instancePath + "/complete", schemaPath: "#/properties/complete/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data.status !== void 0) {
          let data11 = data.status;
          if (!(data11 === "empty" || data11 === "incomplete" || data11 === "unverified" || data11 === "complete" || data11 === "locked" || data11 === "signed" || data11 === "notDone" || data11 === null)) {
            const err37 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema42.properties.status.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data.statusStamp !== void 0) {
          let data12 = data.statusStamp;
          if (!(data12 && typeof data12 == "object" && !Array.isArray(data12)) && data12 !== null) {
            const err38 = { instancePath: instancePath + "/statusStamp", schemaPath: "#/properties/statusStamp/type", keyword: "type", params: { type: schema42.properties.statusStamp.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            if (data12.at === void 0) {
              const err39 = { instancePath: instancePath + "/statusStamp", schemaPath: "#/properties/statusStamp/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            if (data12.by === void 0) {
              const err40 = { instancePath: instancePath + "/statusStamp", schemaPath: "#/properties/statusStamp/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            for (const key1 in data12) {
              if (!(key1 === "at" || key1 === "by")) {
                const err41 = { instancePath: instancePath + "/statusStamp", schemaPath: "#/properties/statusStamp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            if (data12.at !== void 0) {
              let data13 = data12.at;
              if (typeof data13 !== "string" && data13 !== null) {
                const err42 = { instancePath: instancePath + "/statusStamp/at", schemaPath: "#/properties/statusStamp/properties/at/type", keyword: "type", params: { type: schema42.properties.statusStamp.properties.at.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
              if (typeof data13 === "string") {
                if (!formats2.validate(data13)) {
                  const err43 = { instancePath: instancePath + "/statusStamp/at", schemaPath: "#/properties/statusStamp/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              }
            }
            if (data12.by !== void 0) {
              let data14 = data12.by;
              if (typeof data14 !== "string" && data14 !== null) {
                const err44 = { instancePath: instancePath + "/statusStamp/by", schemaPath: "#/properties/statusStamp/properties/by/type", keyword: "type", params: { type: schema42.properties.statusStamp.properties.by.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err45 = { instancePath: instancePath + "/statusStamp/by", schemaPath: "#/properties/statusStamp/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.imported !== void 0) {
          if (typeof data.imported !== "boolean") {
            const err46 = { instancePath: instancePath + "/imported", schemaPath: "#/properties/imported/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data.removed !== void 0) {
          if (typeof data.removed !== "boolean") {
            const err47 = { instancePath: instancePath + "/removed", schemaPath: "#/properties/removed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data.transaction !== void 0) {
          let data17 = data.transaction;
          if (!(data17 === "Insert" || data17 === "Update" || data17 === "Remove" || data17 === "Upsert" || data17 === "Context" || data17 === null)) {
            const err48 = { instancePath: instancePath + "/transaction", schemaPath: "#/properties/transaction/enum", keyword: "enum", params: { allowedValues: schema42.properties.transaction.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data.items !== void 0) {
          let data18 = data.items;
          if (Array.isArray(data18)) {
            const len0 = data18.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data19 = data18[i0];
              if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                if (data19.at === void 0) {
                  const err49 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
                if (data19.by === void 0) {
                  const err50 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
                if (data19.group === void 0) {
                  const err51 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'" };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                if (data19.groupRepeat === void 0) {
                  const err52 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "groupRepeat" }, message: "must have required property 'groupRepeat'" };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
                if (data19.item === void 0) {
                  const err53 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
                if (data19.filled === void 0) {
                  const err54 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "filled" }, message: "must have required property 'filled'" };
                  if (vErrors === null) {
                    vErrors = [err54];
                  } else {
                    vErrors.push(err54);
                  }
                  errors++;
                }
                if (data19.transaction === void 0) {
                  const err55 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "transaction" }, message: "must have required property 'transaction'" };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
                for (const key2 in data19) {
                  if (!func1.call(schema42.properties.items.items.properties, key2)) {
                    const err56 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
                if (data19.at !== void 0) {
                  let data20 = data19.at;
                  if (typeof data20 !== "string" && data20 !== null) {
                    const err57 = { instancePath: instancePath + "/items/" + i0 + "/at", schemaPath: "#/properties/items/items/properties/at/type", keyword: "type", params: { type: schema42.properties.items.items.properties.at.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                  if (typeof data20 === "string") {
                    if (!formats2.validate(data20)) {
                      const err58 = { instancePath: instancePath + "/items/" + i0 + "/at", schemaPath: "#/properties/items/items/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                  }
                }
                if (data19.by !== void 0) {
                  let data21 = data19.by;
                  if (typeof data21 !== "string" && data21 !== null) {
                    const err59 = { instancePath: instancePath + "/items/" + i0 + "/by", schemaPath: "#/properties/items/items/properties/by/type", keyword: "type", params: { type: schema42.properties.items.items.properties.by.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                  if (typeof data21 === "string") {
                    if (func2(data21) < 1) {
                      const err60 = { instancePath: instancePath + "/items/" + i0 + "/by", schemaPath: "#/properties/items/items/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err60];
                      } else {
                        vErrors.push(err60);
                      }
                      errors++;
                    }
                  }
                }
                if (data19.group !== void 0) {
                  let data22 = data19.group;
                  if (typeof data22 !== "string" && data22 !== null) {
                    const err61 = { instancePath: instancePath + "/items/" + i0 + "/group", schemaPath: "#/properties/items/items/properties/group/type", keyword: "type", params: { type: schema42.properties.items.items.properties.group.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err61];
                    } else {
                      vErrors.push(err61);
                    }
                    errors++;
                  }
                }
                if (data19.groupRepeat !== void 0) {
                  let data23 = data19.groupRepeat;
                  if (typeof data23 !== "string" && data23 !== null) {
                    const err62 = { instancePath: instancePath + "/items/" + i0 + "/groupRepeat", schemaPath: "#/properties/items/items/properties/groupRepeat/type", keyword: "type", params: { type: schema42.properties.items.items.properties.groupRepeat.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err62];
                    } else {
                      vErrors.push(err62);
                    }
                    errors++;
                  }
                }
                if (data19.item !== void 0) {
                  let data24 = data19.item;
                  if (typeof data24 === "string") {
                    if (func2(data24) < 1) {
                      const err63 = { instancePath: instancePath + "/items/" + i0 + "/item", schemaPath: "#/properties/items/items/properties/item/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err63];
                      } else {
                        vErrors.push(err63);
                      }
                      errors++;
                    }
                  } else {
                    const err64 = { instancePath: instancePath + "/items/" + i0 + "/item", schemaPath: "#/properties/items/items/properties/item/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err64];
                    } else {
                      vErrors.push(err64);
                    }
                    errors++;
                  }
                }
                if (data19.filled !== void 0) {
                  if (typeof data19.filled !== "boolean") {
                    const err65 = { instancePath: instancePath + "/items/" + i0 + "/filled", schemaPath: "#/properties/items/items/properties/filled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                    if (vErrors === null) {
                      vErrors = [err65];
                    } else {
                      vErrors.push(err65);
                    }
                    errors++;
                  }
                }
                if (data19.value !== void 0) {
                  if (typeof data19.value !== "string") {
                    const err66 = { instancePath: instancePath + "/items/" + i0 + "/value", schemaPath: "#/properties/items/items/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err66];
                    } else {
                      vErrors.push(err66);
                    }
                    errors++;
                  }
                }
                if (data19.digest !== void 0) {
                  let data27 = data19.digest;
                  if (typeof data27 === "string") {
                    if (func2(data27) < 1) {
                      const err67 = { instancePath: instancePath + "/items/" + i0 + "/digest", schemaPath: "#/properties/items/items/properties/digest/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err67];
                      } else {
                        vErrors.push(err67);
                      }
                      errors++;
                    }
                  } else {
                    const err68 = { instancePath: instancePath + "/items/" + i0 + "/digest", schemaPath: "#/properties/items/items/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err68];
                    } else {
                      vErrors.push(err68);
                    }
                    errors++;
                  }
                }
                if (data19.transaction !== void 0) {
                  let data28 = data19.transaction;
                  if (!(data28 === "Insert" || data28 === "Update" || data28 === "Remove" || data28 === "Upsert" || data28 === "Context" || data28 === null)) {
                    const err69 = { instancePath: instancePath + "/items/" + i0 + "/transaction", schemaPath: "#/properties/items/items/properties/transaction/enum", keyword: "enum", params: { allowedValues: schema42.properties.items.items.properties.transaction.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err69];
                    } else {
                      vErrors.push(err69);
                    }
                    errors++;
                  }
                }
                if (data19.reason !== void 0) {
                  if (typeof data19.reason !== "string") {
                    const err70 = { instancePath: instancePath + "/items/" + i0 + "/reason", schemaPath: "#/properties/items/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err70];
                    } else {
                      vErrors.push(err70);
                    }
                    errors++;
                  }
                }
                if (data19.sdv !== void 0) {
                  let data30 = data19.sdv;
                  if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                    if (data30.required === void 0) {
                      const err71 = { instancePath: instancePath + "/items/" + i0 + "/sdv", schemaPath: "#/properties/items/items/properties/sdv/required", keyword: "required", params: { missingProperty: "required" }, message: "must have required property 'required'" };
                      if (vErrors === null) {
                        vErrors = [err71];
                      } else {
                        vErrors.push(err71);
                      }
                      errors++;
                    }
                    if (data30.verified === void 0) {
                      const err72 = { instancePath: instancePath + "/items/" + i0 + "/sdv", schemaPath: "#/properties/items/items/properties/sdv/required", keyword: "required", params: { missingProperty: "verified" }, message: "must have required property 'verified'" };
                      if (vErrors === null) {
                        vErrors = [err72];
                      } else {
                        vErrors.push(err72);
                      }
                      errors++;
                    }
                    if (data30.at === void 0) {
                      const err73 = { instancePath: instancePath + "/items/" + i0 + "/sdv", schemaPath: "#/properties/items/items/properties/sdv/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
                      if (vErrors === null) {
                        vErrors = [err73];
                      } else {
                        vErrors.push(err73);
                      }
                      errors++;
                    }
                    for (const key3 in data30) {
                      if (!(key3 === "required" || key3 === "verified" || key3 === "at")) {
                        const err74 = { instancePath: instancePath + "/items/" + i0 + "/sdv", schemaPath: "#/properties/items/items/properties/sdv/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err74];
                        } else {
                          vErrors.push(err74);
                        }
                        errors++;
                      }
                    }
                    if (data30.required !== void 0) {
                      let data31 = data30.required;
                      if (typeof data31 !== "boolean" && data31 !== null) {
                        const err75 = { instancePath: instancePath + "/items/" + i0 + "/sdv/required", schemaPath: "#/properties/items/items/properties/sdv/properties/required/type", keyword: "type", params: { type: schema42.properties.items.items.properties.sdv.properties.required.type }, message: "must be boolean,null" };
                        if (vErrors === null) {
                          vErrors = [err75];
                        } else {
                          vErrors.push(err75);
                        }
                        errors++;
                      }
                    }
                    if (data30.verified !== void 0) {
                      if (typeof data30.verified !== "boolean") {
                        const err76 = { instancePath: instancePath + "/items/" + i0 + "/sdv/verified", schemaPath: "#/properties/items/items/properties/sdv/properties/verified/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err76];
                        } else {
                          vErrors.push(err76);
                        }
                        errors++;
                      }
                    }
                    if (data30.at !== void 0) {
                      let data33 = data30.at;
                      if (typeof data33 !== "string" && data33 !== null) {
                        const err77 = { instancePath: instancePath + "/items/" + i0 + "/sdv/at", schemaPath: "#/properties/items/items/properties/sdv/properties/at/type", keyword: "type", params: { type: schema42.properties.items.items.properties.sdv.properties.at.type }, message: "must be string,null" };
                        if (vErrors === null) {
                          vErrors = [err77];
                        } else {
                          vErrors.push(err77);
                        }
                        errors++;
                      }
                      if (typeof data33 === "string") {
                        if (!formats2.validate(data33)) {
                          const err78 = { instancePath: instancePath + "/items/" + i0 + "/sdv/at", schemaPath: "#/properties/items/items/properties/sdv/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                          if (vErrors === null) {
                            vErrors = [err78];
                          } else {
                            vErrors.push(err78);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err79 = { instancePath: instancePath + "/items/" + i0 + "/sdv", schemaPath: "#/properties/items/items/properties/sdv/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                }
              } else {
                const err80 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
          } else {
            const err81 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
        }
        if (data.removedGroups !== void 0) {
          let data34 = data.removedGroups;
          if (Array.isArray(data34)) {
            const len1 = data34.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data35 = data34[i1];
              if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                if (data35.group === void 0) {
                  const err82 = { instancePath: instancePath + "/removedGroups/" + i1, schemaPath: "#/properties/removedGroups/items/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'" };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
                if (data35.groupRepeat === void 0) {
                  const err83 = { instancePath: instancePath + "/removedGroups/" + i1, schemaPath: "#/properties/removedGroups/items/required", keyword: "required", params: { missingProperty: "groupRepeat" }, message: "must have required property 'groupRepeat'" };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
                if (data35.at === void 0) {
                  const err84 = { instancePath: instancePath + "/removedGroups/" + i1, schemaPath: "#/properties/removedGroups/items/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
                  if (vErrors === null) {
                    vErrors = [err84];
                  } else {
                    vErrors.push(err84);
                  }
                  errors++;
                }
                if (data35.by === void 0) {
                  const err85 = { instancePath: instancePath + "/removedGroups/" + i1, schemaPath: "#/properties/removedGroups/items/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
                for (const key4 in data35) {
                  if (!(key4 === "group" || key4 === "groupRepeat" || key4 === "at" || key4 === "by")) {
                    const err86 = { instancePath: instancePath + "/removedGroups/" + i1, schemaPath: "#/properties/removedGroups/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err86];
                    } else {
                      vErrors.push(err86);
                    }
                    errors++;
                  }
                }
                if (data35.group !== void 0) {
                  if (typeof data35.group !== "string") {
                    const err87 = { instancePath: instancePath + "/removedGroups/" + i1 + "/group", schemaPath: "#/properties/removedGroups/items/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err87];
                    } else {
                      vErrors.push(err87);
                    }
                    errors++;
                  }
                }
                if (data35.groupRepeat !== void 0) {
                  let data37 = data35.groupRepeat;
                  if (typeof data37 !== "string" && data37 !== null) {
                    const err88 = { instancePath: instancePath + "/removedGroups/" + i1 + "/groupRepeat", schemaPath: "#/properties/removedGroups/items/properties/groupRepeat/type", keyword: "type", params: { type: schema42.properties.removedGroups.items.properties.groupRepeat.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err88];
                    } else {
                      vErrors.push(err88);
                    }
                    errors++;
                  }
                }
                if (data35.at !== void 0) {
                  let data38 = data35.at;
                  if (typeof data38 !== "string" && data38 !== null) {
                    const err89 = { instancePath: instancePath + "/removedGroups/" + i1 + "/at", schemaPath: "#/properties/removedGroups/items/properties/at/type", keyword: "type", params: { type: schema42.properties.removedGroups.items.properties.at.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err89];
                    } else {
                      vErrors.push(err89);
                    }
                    errors++;
                  }
                  if (typeof data38 === "string") {
                    if (!formats2.validate(data38)) {
                      const err90 = { instancePath: instancePath + "/removedGroups/" + i1 + "/at", schemaPath: "#/properties/removedGroups/items/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                      if (vErrors === null) {
                        vErrors = [err90];
                      } else {
                        vErrors.push(err90);
                      }
                      errors++;
                    }
                  }
                }
                if (data35.by !== void 0) {
                  let data39 = data35.by;
                  if (typeof data39 !== "string" && data39 !== null) {
                    const err91 = { instancePath: instancePath + "/removedGroups/" + i1 + "/by", schemaPath: "#/properties/removedGroups/items/properties/by/type", keyword: "type", params: { type: schema42.properties.removedGroups.items.properties.by.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err91];
                    } else {
                      vErrors.push(err91);
                    }
                    errors++;
                  }
                  if (typeof data39 === "string") {
                    if (func2(data39) < 1) {
                      const err92 = { instancePath: instancePath + "/removedGroups/" + i1 + "/by", schemaPath: "#/properties/removedGroups/items/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err92];
                      } else {
                        vErrors.push(err92);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err93 = { instancePath: instancePath + "/removedGroups/" + i1, schemaPath: "#/properties/removedGroups/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
            }
          } else {
            const err94 = { instancePath: instancePath + "/removedGroups", schemaPath: "#/properties/removedGroups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err94];
            } else {
              vErrors.push(err94);
            }
            errors++;
          }
        }
        if (data.tzAssumed !== void 0) {
          if (typeof data.tzAssumed !== "boolean") {
            const err95 = { instancePath: instancePath + "/tzAssumed", schemaPath: "#/properties/tzAssumed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err95];
            } else {
              vErrors.push(err95);
            }
            errors++;
          }
        }
      } else {
        const err96 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
      validate31.errors = vErrors;
      return errors === 0;
    }
    validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcQueryChangedV1 = validate32;
    var schema43 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.query.changed.v1", "title": "Query changed", "description": "State of a query (discrepancy note).", "type": "object", "required": ["study", "site", "country", "subject", "subjectLabel", "at", "by", "query", "event", "form", "item", "state", "origin", "history"], "properties": { "study": { "type": "string", "minLength": 1, "description": "Key of the study in the source." }, "site": { "type": ["string", "null"], "minLength": 1, "description": "ODM LocationOID, REDCap data access group, Castor site; null where the source names none." }, "country": { "type": ["string", "null"], "minLength": 1 }, "subject": { "type": "string", "minLength": 1, "description": "Key of the subject in the source." }, "subjectLabel": { "type": ["string", "null"], "minLength": 1, "description": "The number that people see, where it differs from the key." }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." }, "query": { "type": "string", "minLength": 1 }, "event": { "type": ["string", "null"] }, "form": { "type": ["string", "null"] }, "item": { "type": ["string", "null"] }, "state": { "enum": ["candidate", "open", "answered", "closed", "cancelled"] }, "origin": { "enum": ["system", "manual", null] }, "history": { "type": "boolean", "description": "False where the source gives only the last state." } }, "additionalProperties": false };
    function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate32.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.site === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.country === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "country" }, message: "must have required property 'country'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subject === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.subjectLabel === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjectLabel" }, message: "must have required property 'subjectLabel'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.at === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.query === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "query" }, message: "must have required property 'query'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.event === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.form === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "form" }, message: "must have required property 'form'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.item === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.state === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.origin === void 0) {
          const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "origin" }, message: "must have required property 'origin'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data.history === void 0) {
          const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "history" }, message: "must have required property 'history'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema43.properties, key0)) {
            const err14 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err15 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.site !== void 0) {
          let data1 = data.site;
          if (typeof data1 !== "string" && data1 !== null) {
            const err17 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema43.properties.site.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err18 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
        if (data.country !== void 0) {
          let data2 = data.country;
          if (typeof data2 !== "string" && data2 !== null) {
            const err19 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema43.properties.country.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err20 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
        if (data.subject !== void 0) {
          let data3 = data.subject;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err21 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data.subjectLabel !== void 0) {
          let data4 = data.subjectLabel;
          if (typeof data4 !== "string" && data4 !== null) {
            const err23 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/type", keyword: "type", params: { type: schema43.properties.subjectLabel.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err24 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data.at !== void 0) {
          let data5 = data.at;
          if (typeof data5 !== "string" && data5 !== null) {
            const err25 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: schema43.properties.at.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!formats2.validate(data5)) {
              const err26 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data6 = data.by;
          if (typeof data6 !== "string" && data6 !== null) {
            const err27 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema43.properties.by.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err28 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
        if (data.query !== void 0) {
          let data7 = data.query;
          if (typeof data7 === "string") {
            if (func2(data7) < 1) {
              const err29 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.event !== void 0) {
          let data8 = data.event;
          if (typeof data8 !== "string" && data8 !== null) {
            const err31 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: schema43.properties.event.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.form !== void 0) {
          let data9 = data.form;
          if (typeof data9 !== "string" && data9 !== null) {
            const err32 = { instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: schema43.properties.form.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.item !== void 0) {
          let data10 = data.item;
          if (typeof data10 !== "string" && data10 !== null) {
            const err33 = { instancePath: instancePath + "/item", schemaPath: "#/properties/item/type", keyword: "type", params: { type: schema43.properties.item.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data.state !== void 0) {
          let data11 = data.state;
          if (!(data11 === "candidate" || data11 === "open" || data11 === "answered" || data11 === "closed" || data11 === "cancelled")) {
            const err34 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema43.properties.state.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data.origin !== void 0) {
          let data12 = data.origin;
          if (!(data12 === "system" || data12 === "manual" || data12 === null)) {
            const err35 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/enum", keyword: "enum", params: { allowedValues: schema43.properties.origin.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data.history !== void 0) {
          if (typeof data.history !== "boolean") {
            const err36 = { instancePath: instancePath + "/history", schemaPath: "#/properties/history/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      validate32.errors = vErrors;
      return errors === 0;
    }
    validate32.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcSignatureAppliedV1 = validate33;
    var schema44 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.signature.applied.v1", "title": "Signature applied", "description": "An electronic signature in the source and how far it reaches; null parts mean all.", "type": "object", "required": ["study", "site", "country", "subject", "subjectLabel", "at", "by", "event", "eventRepeat", "form", "formRepeat", "group", "item", "meaning"], "properties": { "study": { "type": "string", "minLength": 1, "description": "Key of the study in the source." }, "site": { "type": ["string", "null"], "minLength": 1, "description": "ODM LocationOID, REDCap data access group, Castor site; null where the source names none." }, "country": { "type": ["string", "null"], "minLength": 1 }, "subject": { "type": "string", "minLength": 1, "description": "Key of the subject in the source." }, "subjectLabel": { "type": ["string", "null"], "minLength": 1, "description": "The number that people see, where it differs from the key." }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." }, "event": { "type": ["string", "null"] }, "eventRepeat": { "type": ["string", "null"] }, "form": { "type": ["string", "null"] }, "formRepeat": { "type": ["string", "null"] }, "group": { "type": ["string", "null"] }, "item": { "type": ["string", "null"] }, "meaning": { "type": ["string", "null"] } }, "additionalProperties": false };
    function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate33.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.site === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.country === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "country" }, message: "must have required property 'country'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subject === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.subjectLabel === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjectLabel" }, message: "must have required property 'subjectLabel'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.at === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.event === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.eventRepeat === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventRepeat" }, message: "must have required property 'eventRepeat'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.form === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "form" }, message: "must have required property 'form'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.formRepeat === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "formRepeat" }, message: "must have required property 'formRepeat'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.group === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.item === void 0) {
          const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data.meaning === void 0) {
          const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "meaning" }, message: "must have required property 'meaning'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema44.properties, key0)) {
            const err14 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err15 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.site !== void 0) {
          let data1 = data.site;
          if (typeof data1 !== "string" && data1 !== null) {
            const err17 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema44.properties.site.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err18 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
        if (data.country !== void 0) {
          let data2 = data.country;
          if (typeof data2 !== "string" && data2 !== null) {
            const err19 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema44.properties.country.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err20 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
        if (data.subject !== void 0) {
          let data3 = data.subject;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err21 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data.subjectLabel !== void 0) {
          let data4 = data.subjectLabel;
          if (typeof data4 !== "string" && data4 !== null) {
            const err23 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/type", keyword: "type", params: { type: schema44.properties.subjectLabel.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err24 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data.at !== void 0) {
          let data5 = data.at;
          if (typeof data5 !== "string" && data5 !== null) {
            const err25 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: schema44.properties.at.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!formats2.validate(data5)) {
              const err26 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data6 = data.by;
          if (typeof data6 !== "string" && data6 !== null) {
            const err27 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema44.properties.by.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err28 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
        if (data.event !== void 0) {
          let data7 = data.event;
          if (typeof data7 !== "string" && data7 !== null) {
            const err29 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: schema44.properties.event.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data.eventRepeat !== void 0) {
          let data8 = data.eventRepeat;
          if (typeof data8 !== "string" && data8 !== null) {
            const err30 = { instancePath: instancePath + "/eventRepeat", schemaPath: "#/properties/eventRepeat/type", keyword: "type", params: { type: schema44.properties.eventRepeat.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.form !== void 0) {
          let data9 = data.form;
          if (typeof data9 !== "string" && data9 !== null) {
            const err31 = { instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: schema44.properties.form.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.formRepeat !== void 0) {
          let data10 = data.formRepeat;
          if (typeof data10 !== "string" && data10 !== null) {
            const err32 = { instancePath: instancePath + "/formRepeat", schemaPath: "#/properties/formRepeat/type", keyword: "type", params: { type: schema44.properties.formRepeat.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.group !== void 0) {
          let data11 = data.group;
          if (typeof data11 !== "string" && data11 !== null) {
            const err33 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: schema44.properties.group.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data.item !== void 0) {
          let data12 = data.item;
          if (typeof data12 !== "string" && data12 !== null) {
            const err34 = { instancePath: instancePath + "/item", schemaPath: "#/properties/item/type", keyword: "type", params: { type: schema44.properties.item.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data.meaning !== void 0) {
          let data13 = data.meaning;
          if (typeof data13 !== "string" && data13 !== null) {
            const err35 = { instancePath: instancePath + "/meaning", schemaPath: "#/properties/meaning/type", keyword: "type", params: { type: schema44.properties.meaning.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
      } else {
        const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      validate33.errors = vErrors;
      return errors === 0;
    }
    validate33.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcStudyDescribedV1 = validate34;
    var schema45 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.study.described.v1", "title": "Study described", "description": "What the study plans: visits, their forms and windows.", "type": "object", "required": ["study", "name", "version", "events", "forms"], "properties": { "study": { "type": "string", "minLength": 1 }, "name": { "type": ["string", "null"] }, "version": { "type": ["string", "null"] }, "events": { "type": "array", "items": { "type": "object", "required": ["event", "name", "kind", "repeating", "forms", "arms", "window"], "properties": { "event": { "type": "string", "minLength": 1 }, "name": { "type": ["string", "null"] }, "kind": { "enum": ["Scheduled", "Unscheduled", "Common"] }, "repeating": { "type": "boolean" }, "forms": { "type": "array", "items": { "type": "object", "required": ["form", "mandatory", "conditional"], "properties": { "form": { "type": "string", "minLength": 1 }, "mandatory": { "type": "boolean" }, "conditional": { "type": "boolean" } }, "additionalProperties": false } }, "arms": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "window": { "type": ["object", "null"], "required": ["anchorEvent", "targetDay", "daysBefore", "daysAfter"], "properties": { "anchorEvent": { "type": ["string", "null"], "minLength": 1 }, "targetDay": { "type": "number" }, "daysBefore": { "type": "number" }, "daysAfter": { "type": "number" } }, "additionalProperties": false, "description": "Days from the anchor visit; null where the format states no window." } }, "additionalProperties": false } }, "forms": { "type": "array", "items": { "type": "object", "required": ["form", "name", "repeating", "mandatoryItems"], "properties": { "form": { "type": "string", "minLength": 1 }, "name": { "type": ["string", "null"] }, "repeating": { "type": "boolean" }, "mandatoryItems": { "type": "array", "items": { "type": "string", "minLength": 1 } } }, "additionalProperties": false } } }, "additionalProperties": false };
    function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate34.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.name === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.version === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.events === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "events" }, message: "must have required property 'events'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.forms === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "forms" }, message: "must have required property 'forms'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "study" || key0 === "name" || key0 === "version" || key0 === "events" || key0 === "forms")) {
            const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err6 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.name !== void 0) {
          let data1 = data.name;
          if (typeof data1 !== "string" && data1 !== null) {
            const err8 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: schema45.properties.name.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.version !== void 0) {
          let data2 = data.version;
          if (typeof data2 !== "string" && data2 !== null) {
            const err9 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: schema45.properties.version.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data.events !== void 0) {
          let data3 = data.events;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                if (data4.event === void 0) {
                  const err10 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'" };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
                if (data4.name === void 0) {
                  const err11 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
                if (data4.kind === void 0) {
                  const err12 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data4.repeating === void 0) {
                  const err13 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "repeating" }, message: "must have required property 'repeating'" };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                if (data4.forms === void 0) {
                  const err14 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "forms" }, message: "must have required property 'forms'" };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (data4.arms === void 0) {
                  const err15 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "arms" }, message: "must have required property 'arms'" };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (data4.window === void 0) {
                  const err16 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/required", keyword: "required", params: { missingProperty: "window" }, message: "must have required property 'window'" };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
                for (const key1 in data4) {
                  if (!(key1 === "event" || key1 === "name" || key1 === "kind" || key1 === "repeating" || key1 === "forms" || key1 === "arms" || key1 === "window")) {
                    const err17 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                }
                if (data4.event !== void 0) {
                  let data5 = data4.event;
                  if (typeof data5 === "string") {
                    if (func2(data5) < 1) {
                      const err18 = { instancePath: instancePath + "/events/" + i0 + "/event", schemaPath: "#/properties/events/items/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err18];
                      } else {
                        vErrors.push(err18);
                      }
                      errors++;
                    }
                  } else {
                    const err19 = { instancePath: instancePath + "/events/" + i0 + "/event", schemaPath: "#/properties/events/items/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err19];
                    } else {
                      vErrors.push(err19);
                    }
                    errors++;
                  }
                }
                if (data4.name !== void 0) {
                  let data6 = data4.name;
                  if (typeof data6 !== "string" && data6 !== null) {
                    const err20 = { instancePath: instancePath + "/events/" + i0 + "/name", schemaPath: "#/properties/events/items/properties/name/type", keyword: "type", params: { type: schema45.properties.events.items.properties.name.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err20];
                    } else {
                      vErrors.push(err20);
                    }
                    errors++;
                  }
                }
                if (data4.kind !== void 0) {
                  let data7 = data4.kind;
                  if (!(data7 === "Scheduled" || data7 === "Unscheduled" || data7 === "Common")) {
                    const err21 = { instancePath: instancePath + "/events/" + i0 + "/kind", schemaPath: "#/properties/events/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema45.properties.events.items.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err21];
                    } else {
                      vErrors.push(err21);
                    }
                    errors++;
                  }
                }
                if (data4.repeating !== void 0) {
                  if (typeof data4.repeating !== "boolean") {
                    const err22 = { instancePath: instancePath + "/events/" + i0 + "/repeating", schemaPath: "#/properties/events/items/properties/repeating/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
                if (data4.forms !== void 0) {
                  let data9 = data4.forms;
                  if (Array.isArray(data9)) {
                    const len1 = data9.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data10 = data9[i1];
                      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                        if (data10.form === void 0) {
                          const err23 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1, schemaPath: "#/properties/events/items/properties/forms/items/required", keyword: "required", params: { missingProperty: "form" }, message: "must have required property 'form'" };
                          if (vErrors === null) {
                            vErrors = [err23];
                          } else {
                            vErrors.push(err23);
                          }
                          errors++;
                        }
                        if (data10.mandatory === void 0) {
                          const err24 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1, schemaPath: "#/properties/events/items/properties/forms/items/required", keyword: "required", params: { missingProperty: "mandatory" }, message: "must have required property 'mandatory'" };
                          if (vErrors === null) {
                            vErrors = [err24];
                          } else {
                            vErrors.push(err24);
                          }
                          errors++;
                        }
                        if (data10.conditional === void 0) {
                          const err25 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1, schemaPath: "#/properties/events/items/properties/forms/items/required", keyword: "required", params: { missingProperty: "conditional" }, message: "must have required property 'conditional'" };
                          if (vErrors === null) {
                            vErrors = [err25];
                          } else {
                            vErrors.push(err25);
                          }
                          errors++;
                        }
                        for (const key2 in data10) {
                          if (!(key2 === "form" || key2 === "mandatory" || key2 === "conditional")) {
                            const err26 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1, schemaPath: "#/properties/events/items/properties/forms/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                            if (vErrors === null) {
                              vErrors = [err26];
                            } else {
                              vErrors.push(err26);
                            }
                            errors++;
                          }
                        }
                        if (data10.form !== void 0) {
                          let data11 = data10.form;
                          if (typeof data11 === "string") {
                            if (func2(data11) < 1) {
                              const err27 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1 + "/form", schemaPath: "#/properties/events/items/properties/forms/items/properties/form/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err27];
                              } else {
                                vErrors.push(err27);
                              }
                              errors++;
                            }
                          } else {
                            const err28 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1 + "/form", schemaPath: "#/properties/events/items/properties/forms/items/properties/form/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err28];
                            } else {
                              vErrors.push(err28);
                            }
                            errors++;
                          }
                        }
                        if (data10.mandatory !== void 0) {
                          if (typeof data10.mandatory !== "boolean") {
                            const err29 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1 + "/mandatory", schemaPath: "#/properties/events/items/properties/forms/items/properties/mandatory/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            if (vErrors === null) {
                              vErrors = [err29];
                            } else {
                              vErrors.push(err29);
                            }
                            errors++;
                          }
                        }
                        if (data10.conditional !== void 0) {
                          if (typeof data10.conditional !== "boolean") {
                            const err30 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1 + "/conditional", schemaPath: "#/properties/events/items/properties/forms/items/properties/conditional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            if (vErrors === null) {
                              vErrors = [err30];
                            } else {
                              vErrors.push(err30);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err31 = { instancePath: instancePath + "/events/" + i0 + "/forms/" + i1, schemaPath: "#/properties/events/items/properties/forms/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                          vErrors = [err31];
                        } else {
                          vErrors.push(err31);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err32 = { instancePath: instancePath + "/events/" + i0 + "/forms", schemaPath: "#/properties/events/items/properties/forms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                }
                if (data4.arms !== void 0) {
                  let data14 = data4.arms;
                  if (Array.isArray(data14)) {
                    const len2 = data14.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data15 = data14[i2];
                      if (typeof data15 === "string") {
                        if (func2(data15) < 1) {
                          const err33 = { instancePath: instancePath + "/events/" + i0 + "/arms/" + i2, schemaPath: "#/properties/events/items/properties/arms/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err33];
                          } else {
                            vErrors.push(err33);
                          }
                          errors++;
                        }
                      } else {
                        const err34 = { instancePath: instancePath + "/events/" + i0 + "/arms/" + i2, schemaPath: "#/properties/events/items/properties/arms/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err34];
                        } else {
                          vErrors.push(err34);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err35 = { instancePath: instancePath + "/events/" + i0 + "/arms", schemaPath: "#/properties/events/items/properties/arms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                }
                if (data4.window !== void 0) {
                  let data16 = data4.window;
                  if (!(data16 && typeof data16 == "object" && !Array.isArray(data16)) && data16 !== null) {
                    const err36 = { instancePath: instancePath + "/events/" + i0 + "/window", schemaPath: "#/properties/events/items/properties/window/type", keyword: "type", params: { type: schema45.properties.events.items.properties.window.type }, message: "must be object,null" };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                  if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                    if (data16.anchorEvent === void 0) {
                      const err37 = { instancePath: instancePath + "/events/" + i0 + "/window", schemaPath: "#/properties/events/items/properties/window/required", keyword: "required", params: { missingProperty: "anchorEvent" }, message: "must have required property 'anchorEvent'" };
                      if (vErrors === null) {
                        vErrors = [err37];
                      } else {
                        vErrors.push(err37);
                      }
                      errors++;
                    }
                    if (data16.targetDay === void 0) {
                      const err38 = { instancePath: instancePath + "/events/" + i0 + "/window", schemaPath: "#/properties/events/items/properties/window/required", keyword: "required", params: { missingProperty: "targetDay" }, message: "must have required property 'targetDay'" };
                      if (vErrors === null) {
                        vErrors = [err38];
                      } else {
                        vErrors.push(err38);
                      }
                      errors++;
                    }
                    if (data16.daysBefore === void 0) {
                      const err39 = { instancePath: instancePath + "/events/" + i0 + "/window", schemaPath: "#/properties/events/items/properties/window/required", keyword: "required", params: { missingProperty: "daysBefore" }, message: "must have required property 'daysBefore'" };
                      if (vErrors === null) {
                        vErrors = [err39];
                      } else {
                        vErrors.push(err39);
                      }
                      errors++;
                    }
                    if (data16.daysAfter === void 0) {
                      const err40 = { instancePath: instancePath + "/events/" + i0 + "/window", schemaPath: "#/properties/events/items/properties/window/required", keyword: "required", params: { missingProperty: "daysAfter" }, message: "must have required property 'daysAfter'" };
                      if (vErrors === null) {
                        vErrors = [err40];
                      } else {
                        vErrors.push(err40);
                      }
                      errors++;
                    }
                    for (const key3 in data16) {
                      if (!(key3 === "anchorEvent" || key3 === "targetDay" || key3 === "daysBefore" || key3 === "daysAfter")) {
                        const err41 = { instancePath: instancePath + "/events/" + i0 + "/window", schemaPath: "#/properties/events/items/properties/window/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err41];
                        } else {
                          vErrors.push(err41);
                        }
                        errors++;
                      }
                    }
                    if (data16.anchorEvent !== void 0) {
                      let data17 = data16.anchorEvent;
                      if (typeof data17 !== "string" && data17 !== null) {
                        const err42 = { instancePath: instancePath + "/events/" + i0 + "/window/anchorEvent", schemaPath: "#/properties/events/items/properties/window/properties/anchorEvent/type", keyword: "type", params: { type: schema45.properties.events.items.properties.window.properties.anchorEvent.type }, message: "must be string,null" };
                        if (vErrors === null) {
                          vErrors = [err42];
                        } else {
                          vErrors.push(err42);
                        }
                        errors++;
                      }
                      if (typeof data17 === "string") {
                        if (func2(data17) < 1) {
                          const err43 = { instancePath: instancePath + "/events/" + i0 + "/window/anchorEvent", schemaPath: "#/properties/events/items/properties/window/properties/anchorEvent/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err43];
                          } else {
                            vErrors.push(err43);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data16.targetDay !== void 0) {
                      let data18 = data16.targetDay;
                      if (!(typeof data18 == "number" && isFinite(data18))) {
                        const err44 = { instancePath: instancePath + "/events/" + i0 + "/window/targetDay", schemaPath: "#/properties/events/items/properties/window/properties/targetDay/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                        if (vErrors === null) {
                          vErrors = [err44];
                        } else {
                          vErrors.push(err44);
                        }
                        errors++;
                      }
                    }
                    if (data16.daysBefore !== void 0) {
                      let data19 = data16.daysBefore;
                      if (!(typeof data19 == "number" && isFinite(data19))) {
                        const err45 = { instancePath: instancePath + "/events/" + i0 + "/window/daysBefore", schemaPath: "#/properties/events/items/properties/window/properties/daysBefore/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                        if (vErrors === null) {
                          vErrors = [err45];
                        } else {
                          vErrors.push(err45);
                        }
                        errors++;
                      }
                    }
                    if (data16.daysAfter !== void 0) {
                      let data20 = data16.daysAfter;
                      if (!(typeof data20 == "number" && isFinite(data20))) {
                        const err46 = { instancePath: instancePath + "/events/" + i0 + "/window/daysAfter", schemaPath: "#/properties/events/items/properties/window/properties/daysAfter/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                        if (vErrors === null) {
                          vErrors = [err46];
                        } else {
                          vErrors.push(err46);
                        }
                        errors++;
                      }
                    }
                  }
                }
              } else {
                const err47 = { instancePath: instancePath + "/events/" + i0, schemaPath: "#/properties/events/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
          } else {
            const err48 = { instancePath: instancePath + "/events", schemaPath: "#/properties/events/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data.forms !== void 0) {
          let data21 = data.forms;
          if (Array.isArray(data21)) {
            const len3 = data21.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data22 = data21[i3];
              if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                if (data22.form === void 0) {
                  const err49 = { instancePath: instancePath + "/forms/" + i3, schemaPath: "#/properties/forms/items/required", keyword: "required", params: { missingProperty: "form" }, message: "must have required property 'form'" };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
                if (data22.name === void 0) {
                  const err50 = { instancePath: instancePath + "/forms/" + i3, schemaPath: "#/properties/forms/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
                if (data22.repeating === void 0) {
                  const err51 = { instancePath: instancePath + "/forms/" + i3, schemaPath: "#/properties/forms/items/required", keyword: "required", params: { missingProperty: "repeating" }, message: "must have required property 'repeating'" };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                if (data22.mandatoryItems === void 0) {
                  const err52 = { instancePath: instancePath + "/forms/" + i3, schemaPath: "#/properties/forms/items/required", keyword: "required", params: { missingProperty: "mandatoryItems" }, message: "must have required property 'mandatoryItems'" };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
                for (const key4 in data22) {
                  if (!(key4 === "form" || key4 === "name" || key4 === "repeating" || key4 === "mandatoryItems")) {
                    const err53 = { instancePath: instancePath + "/forms/" + i3, schemaPath: "#/properties/forms/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err53];
                    } else {
                      vErrors.push(err53);
                    }
                    errors++;
                  }
                }
                if (data22.form !== void 0) {
                  let data23 = data22.form;
                  if (typeof data23 === "string") {
                    if (func2(data23) < 1) {
                      const err54 = { instancePath: instancePath + "/forms/" + i3 + "/form", schemaPath: "#/properties/forms/items/properties/form/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                  } else {
                    const err55 = { instancePath: instancePath + "/forms/" + i3 + "/form", schemaPath: "#/properties/forms/items/properties/form/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err55];
                    } else {
                      vErrors.push(err55);
                    }
                    errors++;
                  }
                }
                if (data22.name !== void 0) {
                  let data24 = data22.name;
                  if (typeof data24 !== "string" && data24 !== null) {
                    const err56 = { instancePath: instancePath + "/forms/" + i3 + "/name", schemaPath: "#/properties/forms/items/properties/name/type", keyword: "type", params: { type: schema45.properties.forms.items.properties.name.type }, message: "must be string,null" };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
                if (data22.repeating !== void 0) {
                  if (typeof data22.repeating !== "boolean") {
                    const err57 = { instancePath: instancePath + "/forms/" + i3 + "/repeating", schemaPath: "#/properties/forms/items/properties/repeating/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
                if (data22.mandatoryItems !== void 0) {
                  let data26 = data22.mandatoryItems;
                  if (Array.isArray(data26)) {
                    const len4 = data26.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data27 = data26[i4];
                      if (typeof data27 === "string") {
                        if (func2(data27) < 1) {
                          const err58 = { instancePath: instancePath + "/forms/" + i3 + "/mandatoryItems/" + i4, schemaPath: "#/properties/forms/items/properties/mandatoryItems/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err58];
                          } else {
                            vErrors.push(err58);
                          }
                          errors++;
                        }
                      } else {
                        const err59 = { instancePath: instancePath + "/forms/" + i3 + "/mandatoryItems/" + i4, schemaPath: "#/properties/forms/items/properties/mandatoryItems/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err59];
                        } else {
                          vErrors.push(err59);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err60 = { instancePath: instancePath + "/forms/" + i3 + "/mandatoryItems", schemaPath: "#/properties/forms/items/properties/mandatoryItems/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err60];
                    } else {
                      vErrors.push(err60);
                    }
                    errors++;
                  }
                }
              } else {
                const err61 = { instancePath: instancePath + "/forms/" + i3, schemaPath: "#/properties/forms/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
          } else {
            const err62 = { instancePath: instancePath + "/forms", schemaPath: "#/properties/forms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
      } else {
        const err63 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
      validate34.errors = vErrors;
      return errors === 0;
    }
    validate34.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcStudyLockedV1 = validate35;
    var schema46 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.study.locked.v1", "title": "Study locked", "description": "The database of the study was locked, frozen or opened again.", "type": "object", "required": ["study", "locked", "level", "at", "by"], "properties": { "study": { "type": "string", "minLength": 1 }, "locked": { "type": "boolean" }, "level": { "enum": ["lock", "freeze"] }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." } }, "additionalProperties": false };
    function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate35.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.locked === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "locked" }, message: "must have required property 'locked'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.level === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "level" }, message: "must have required property 'level'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.at === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "study" || key0 === "locked" || key0 === "level" || key0 === "at" || key0 === "by")) {
            const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err6 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.locked !== void 0) {
          if (typeof data.locked !== "boolean") {
            const err8 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.level !== void 0) {
          let data2 = data.level;
          if (!(data2 === "lock" || data2 === "freeze")) {
            const err9 = { instancePath: instancePath + "/level", schemaPath: "#/properties/level/enum", keyword: "enum", params: { allowedValues: schema46.properties.level.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data.at !== void 0) {
          let data3 = data.at;
          if (typeof data3 !== "string" && data3 !== null) {
            const err10 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: schema46.properties.at.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if (typeof data3 === "string") {
            if (!formats2.validate(data3)) {
              const err11 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data4 = data.by;
          if (typeof data4 !== "string" && data4 !== null) {
            const err12 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema46.properties.by.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err13 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        }
      } else {
        const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      validate35.errors = vErrors;
      return errors === 0;
    }
    validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcSubjectChangedV1 = validate36;
    var schema47 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.subject.changed.v1", "title": "Subject changed", "description": "State of a subject.", "type": "object", "required": ["study", "site", "country", "subject", "subjectLabel", "at", "by", "status", "enrolledAt", "randomisedAt", "arm", "removed", "transaction"], "properties": { "study": { "type": "string", "minLength": 1, "description": "Key of the study in the source." }, "site": { "type": ["string", "null"], "minLength": 1, "description": "ODM LocationOID, REDCap data access group, Castor site; null where the source names none." }, "country": { "type": ["string", "null"], "minLength": 1 }, "subject": { "type": "string", "minLength": 1, "description": "Key of the subject in the source." }, "subjectLabel": { "type": ["string", "null"], "minLength": 1, "description": "The number that people see, where it differs from the key." }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." }, "status": { "type": ["string", "null"], "description": "The vendor's own word." }, "enrolledAt": { "type": ["string", "null"] }, "randomisedAt": { "type": ["string", "null"] }, "arm": { "type": ["string", "null"] }, "removed": { "type": "boolean" }, "transaction": { "enum": ["Insert", "Update", "Remove", "Upsert", "Context", null], "description": "ODM TransactionType; null where the source keeps no history." } }, "additionalProperties": false };
    function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate36.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.site === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.country === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "country" }, message: "must have required property 'country'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subject === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.subjectLabel === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjectLabel" }, message: "must have required property 'subjectLabel'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.at === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.status === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.enrolledAt === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "enrolledAt" }, message: "must have required property 'enrolledAt'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.randomisedAt === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "randomisedAt" }, message: "must have required property 'randomisedAt'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.arm === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "arm" }, message: "must have required property 'arm'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.removed === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "removed" }, message: "must have required property 'removed'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.transaction === void 0) {
          const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "transaction" }, message: "must have required property 'transaction'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema47.properties, key0)) {
            const err13 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err14 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.site !== void 0) {
          let data1 = data.site;
          if (typeof data1 !== "string" && data1 !== null) {
            const err16 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema47.properties.site.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err17 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          }
        }
        if (data.country !== void 0) {
          let data2 = data.country;
          if (typeof data2 !== "string" && data2 !== null) {
            const err18 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema47.properties.country.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err19 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        }
        if (data.subject !== void 0) {
          let data3 = data.subject;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err20 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data.subjectLabel !== void 0) {
          let data4 = data.subjectLabel;
          if (typeof data4 !== "string" && data4 !== null) {
            const err22 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/type", keyword: "type", params: { type: schema47.properties.subjectLabel.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err23 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
        }
        if (data.at !== void 0) {
          let data5 = data.at;
          if (typeof data5 !== "string" && data5 !== null) {
            const err24 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: schema47.properties.at.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!formats2.validate(data5)) {
              const err25 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data6 = data.by;
          if (typeof data6 !== "string" && data6 !== null) {
            const err26 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema47.properties.by.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err27 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
        if (data.status !== void 0) {
          let data7 = data.status;
          if (typeof data7 !== "string" && data7 !== null) {
            const err28 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: schema47.properties.status.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data.enrolledAt !== void 0) {
          let data8 = data.enrolledAt;
          if (typeof data8 !== "string" && data8 !== null) {
            const err29 = { instancePath: instancePath + "/enrolledAt", schemaPath: "#/properties/enrolledAt/type", keyword: "type", params: { type: schema47.properties.enrolledAt.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data.randomisedAt !== void 0) {
          let data9 = data.randomisedAt;
          if (typeof data9 !== "string" && data9 !== null) {
            const err30 = { instancePath: instancePath + "/randomisedAt", schemaPath: "#/properties/randomisedAt/type", keyword: "type", params: { type: schema47.properties.randomisedAt.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.arm !== void 0) {
          let data10 = data.arm;
          if (typeof data10 !== "string" && data10 !== null) {
            const err31 = { instancePath: instancePath + "/arm", schemaPath: "#/properties/arm/type", keyword: "type", params: { type: schema47.properties.arm.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.removed !== void 0) {
          if (typeof data.removed !== "boolean") {
            const err32 = { instancePath: instancePath + "/removed", schemaPath: "#/properties/removed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.transaction !== void 0) {
          let data12 = data.transaction;
          if (!(data12 === "Insert" || data12 === "Update" || data12 === "Remove" || data12 === "Upsert" || data12 === "Context" || data12 === null)) {
            const err33 = { instancePath: instancePath + "/transaction", schemaPath: "#/properties/transaction/enum", keyword: "enum", params: { allowedValues: schema47.properties.transaction.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      } else {
        const err34 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      validate36.errors = vErrors;
      return errors === 0;
    }
    validate36.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceEdcVisitChangedV1 = validate37;
    var schema48 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.edc.visit.changed.v1", "title": "Visit changed", "description": "State of a visit as the source declares it.", "type": "object", "required": ["study", "site", "country", "subject", "subjectLabel", "at", "by", "event", "eventRepeat", "visitDate", "status", "window", "removed", "transaction"], "properties": { "study": { "type": "string", "minLength": 1, "description": "Key of the study in the source." }, "site": { "type": ["string", "null"], "minLength": 1, "description": "ODM LocationOID, REDCap data access group, Castor site; null where the source names none." }, "country": { "type": ["string", "null"], "minLength": 1 }, "subject": { "type": "string", "minLength": 1, "description": "Key of the subject in the source." }, "subjectLabel": { "type": ["string", "null"], "minLength": 1, "description": "The number that people see, where it differs from the key." }, "at": { "type": ["string", "null"], "format": "date-time", "description": "RFC 3339 with offset, null where the source names no time." }, "by": { "type": ["string", "null"], "minLength": 1, "description": "Account in the source, null where unknown." }, "event": { "type": "string", "minLength": 1 }, "eventRepeat": { "type": ["string", "null"] }, "visitDate": { "type": ["string", "null"], "description": "As stated, may be partial." }, "status": { "enum": ["scheduled", "started", "completed", "stopped", "skipped", "signed", "locked", null] }, "window": { "type": ["object", "null"], "required": ["target", "earliest", "latest"], "properties": { "target": { "type": ["string", "null"] }, "earliest": { "type": ["string", "null"] }, "latest": { "type": ["string", "null"] } }, "additionalProperties": false }, "removed": { "type": "boolean" }, "transaction": { "enum": ["Insert", "Update", "Remove", "Upsert", "Context", null], "description": "ODM TransactionType; null where the source keeps no history." } }, "additionalProperties": false };
    function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate37.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.study === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "study" }, message: "must have required property 'study'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.site === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.country === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "country" }, message: "must have required property 'country'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.subject === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.subjectLabel === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjectLabel" }, message: "must have required property 'subjectLabel'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.at === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.event === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.eventRepeat === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventRepeat" }, message: "must have required property 'eventRepeat'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.visitDate === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "visitDate" }, message: "must have required property 'visitDate'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.status === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.window === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "window" }, message: "must have required property 'window'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.removed === void 0) {
          const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "removed" }, message: "must have required property 'removed'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data.transaction === void 0) {
          const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "transaction" }, message: "must have required property 'transaction'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema48.properties, key0)) {
            const err14 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.study !== void 0) {
          let data0 = data.study;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err15 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/study", schemaPath: "#/properties/study/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.site !== void 0) {
          let data1 = data.site;
          if (typeof data1 !== "string" && data1 !== null) {
            const err17 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema48.properties.site.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err18 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
        if (data.country !== void 0) {
          let data2 = data.country;
          if (typeof data2 !== "string" && data2 !== null) {
            const err19 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema48.properties.country.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err20 = { instancePath: instancePath + "/country", schemaPath: "#/properties/country/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
        if (data.subject !== void 0) {
          let data3 = data.subject;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err21 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data.subjectLabel !== void 0) {
          let data4 = data.subjectLabel;
          if (typeof data4 !== "string" && data4 !== null) {
            const err23 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/type", keyword: "type", params: { type: schema48.properties.subjectLabel.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err24 = { instancePath: instancePath + "/subjectLabel", schemaPath: "#/properties/subjectLabel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data.at !== void 0) {
          let data5 = data.at;
          if (typeof data5 !== "string" && data5 !== null) {
            const err25 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: schema48.properties.at.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!formats2.validate(data5)) {
              const err26 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data6 = data.by;
          if (typeof data6 !== "string" && data6 !== null) {
            const err27 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema48.properties.by.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err28 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
        if (data.event !== void 0) {
          let data7 = data.event;
          if (typeof data7 === "string") {
            if (func2(data7) < 1) {
              const err29 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.eventRepeat !== void 0) {
          let data8 = data.eventRepeat;
          if (typeof data8 !== "string" && data8 !== null) {
            const err31 = { instancePath: instancePath + "/eventRepeat", schemaPath: "#/properties/eventRepeat/type", keyword: "type", params: { type: schema48.properties.eventRepeat.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.visitDate !== void 0) {
          let data9 = data.visitDate;
          if (typeof data9 !== "string" && data9 !== null) {
            const err32 = { instancePath: instancePath + "/visitDate", schemaPath: "#/properties/visitDate/type", keyword: "type", params: { type: schema48.properties.visitDate.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.status !== void 0) {
          let data10 = data.status;
          if (!(data10 === "scheduled" || data10 === "started" || data10 === "completed" || data10 === "stopped" || data10 === "skipped" || data10 === "signed" || data10 === "locked" || data10 === null)) {
            const err33 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema48.properties.status.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data.window !== void 0) {
          let data11 = data.window;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err34 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/type", keyword: "type", params: { type: schema48.properties.window.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.target === void 0) {
              const err35 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/required", keyword: "required", params: { missingProperty: "target" }, message: "must have required property 'target'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data11.earliest === void 0) {
              const err36 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/required", keyword: "required", params: { missingProperty: "earliest" }, message: "must have required property 'earliest'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data11.latest === void 0) {
              const err37 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/required", keyword: "required", params: { missingProperty: "latest" }, message: "must have required property 'latest'" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            for (const key1 in data11) {
              if (!(key1 === "target" || key1 === "earliest" || key1 === "latest")) {
                const err38 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data11.target !== void 0) {
              let data12 = data11.target;
              if (typeof data12 !== "string" && data12 !== null) {
                const err39 = { instancePath: instancePath + "/window/target", schemaPath: "#/properties/window/properties/target/type", keyword: "type", params: { type: schema48.properties.window.properties.target.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data11.earliest !== void 0) {
              let data13 = data11.earliest;
              if (typeof data13 !== "string" && data13 !== null) {
                const err40 = { instancePath: instancePath + "/window/earliest", schemaPath: "#/properties/window/properties/earliest/type", keyword: "type", params: { type: schema48.properties.window.properties.earliest.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data11.latest !== void 0) {
              let data14 = data11.latest;
              if (typeof data14 !== "string" && data14 !== null) {
                const err41 = { instancePath: instancePath + "/window/latest", schemaPath: "#/properties/window/properties/latest/type", keyword: "type", params: { type: schema48.properties.window.properties.latest.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
          }
        }
        if (data.removed !== void 0) {
          if (typeof data.removed !== "boolean") {
            const err42 = { instancePath: instancePath + "/removed", schemaPath: "#/properties/removed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data.transaction !== void 0) {
          let data16 = data.transaction;
          if (!(data16 === "Insert" || data16 === "Update" || data16 === "Remove" || data16 === "Upsert" || data16 === "Context" || data16 === null)) {
            const err43 = { instancePath: instancePath + "/transaction", schemaPath: "#/properties/transaction/enum", keyword: "enum", params: { allowedValues: schema48.properties.transaction.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      validate37.errors = vErrors;
      return errors === 0;
    }
    validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitChangeAbandonedV1 = validate38;
    var schema49 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.change.abandoned.v1", "title": "Change abandoned", "description": "A pull request or merge request was closed without merge.", "type": "object", "required": ["repository", "change", "title", "url", "author", "draft", "head", "targetBranch", "by", "supersededBy"], "properties": { "repository": { "type": "string", "minLength": 1, "description": "As the host writes it: group/project." }, "change": { "type": "string", "minLength": 1, "description": "Number within the repository." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "author": { "description": "Who opened it; null where the account was deleted.", "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "draft": { "type": "boolean", "description": "Marked as not ready at this moment." }, "head": { "type": ["object", "null"], "required": ["repository", "branch", "sha"], "properties": { "repository": { "type": ["string", "null"], "minLength": 1 }, "branch": { "type": "string" }, "sha": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false, "description": "Repository, branch and commit it comes from." }, "targetBranch": { "type": ["string", "null"], "minLength": 1 }, "by": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "supersededBy": { "type": ["string", "null"], "minLength": 1, "description": "Number of the change that it says has taken its place." } }, "additionalProperties": false };
    function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate38.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.draft === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "draft" }, message: "must have required property 'draft'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.head === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "head" }, message: "must have required property 'head'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.targetBranch === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "targetBranch" }, message: "must have required property 'targetBranch'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.supersededBy === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "supersededBy" }, message: "must have required property 'supersededBy'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema49.properties, key0)) {
            const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err11 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data1 = data.change;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err13 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err15 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema49.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err16 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema49.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data4 = data.author;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err17 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema49.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err24 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              } else {
                const err25 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err26 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err28 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema49.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err29 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema49.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err30 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          }
        }
        if (data.draft !== void 0) {
          if (typeof data.draft !== "boolean") {
            const err31 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.head !== void 0) {
          let data11 = data.head;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err32 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: schema49.properties.head.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.repository === void 0) {
              const err33 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data11.branch === void 0) {
              const err34 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data11.sha === void 0) {
              const err35 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "repository" || key2 === "branch" || key2 === "sha")) {
                const err36 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data11.repository !== void 0) {
              let data12 = data11.repository;
              if (typeof data12 !== "string" && data12 !== null) {
                const err37 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/type", keyword: "type", params: { type: schema49.properties.head.properties.repository.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err38 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
              }
            }
            if (data11.branch !== void 0) {
              if (typeof data11.branch !== "string") {
                const err39 = { instancePath: instancePath + "/head/branch", schemaPath: "#/properties/head/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data11.sha !== void 0) {
              let data14 = data11.sha;
              if (typeof data14 !== "string" && data14 !== null) {
                const err40 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/type", keyword: "type", params: { type: schema49.properties.head.properties.sha.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err41 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.targetBranch !== void 0) {
          let data15 = data.targetBranch;
          if (typeof data15 !== "string" && data15 !== null) {
            const err42 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/type", keyword: "type", params: { type: schema49.properties.targetBranch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err43 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data16 = data.by;
          if (!(data16 && typeof data16 == "object" && !Array.isArray(data16)) && data16 !== null) {
            const err44 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema49.properties.by.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            if (data16.system === void 0) {
              const err45 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (data16.account === void 0) {
              const err46 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            if (data16.name === void 0) {
              const err47 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (data16.email === void 0) {
              const err48 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data16.bot === void 0) {
              const err49 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            for (const key3 in data16) {
              if (!(key3 === "system" || key3 === "account" || key3 === "name" || key3 === "email" || key3 === "bot")) {
                const err50 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data16.system !== void 0) {
              let data17 = data16.system;
              if (typeof data17 === "string") {
                if (func2(data17) < 1) {
                  const err51 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
              } else {
                const err52 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data16.account !== void 0) {
              let data18 = data16.account;
              if (typeof data18 === "string") {
                if (func2(data18) < 1) {
                  const err53 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
              } else {
                const err54 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data16.name !== void 0) {
              let data19 = data16.name;
              if (typeof data19 !== "string" && data19 !== null) {
                const err55 = { instancePath: instancePath + "/by/name", schemaPath: "#/properties/by/properties/name/type", keyword: "type", params: { type: schema49.properties.by.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data16.email !== void 0) {
              let data20 = data16.email;
              if (typeof data20 !== "string" && data20 !== null) {
                const err56 = { instancePath: instancePath + "/by/email", schemaPath: "#/properties/by/properties/email/type", keyword: "type", params: { type: schema49.properties.by.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data16.bot !== void 0) {
              if (typeof data16.bot !== "boolean") {
                const err57 = { instancePath: instancePath + "/by/bot", schemaPath: "#/properties/by/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
          }
        }
        if (data.supersededBy !== void 0) {
          let data22 = data.supersededBy;
          if (typeof data22 !== "string" && data22 !== null) {
            const err58 = { instancePath: instancePath + "/supersededBy", schemaPath: "#/properties/supersededBy/type", keyword: "type", params: { type: schema49.properties.supersededBy.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
          if (typeof data22 === "string") {
            if (func2(data22) < 1) {
              const err59 = { instancePath: instancePath + "/supersededBy", schemaPath: "#/properties/supersededBy/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
          }
        }
      } else {
        const err60 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
      validate38.errors = vErrors;
      return errors === 0;
    }
    validate38.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitChangeCommentedV1 = validate39;
    var schema50 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.change.commented.v1", "title": "Change commented", "description": "A comment on a pull request or merge request. Its text is for the evaluation and is not stored.", "type": "object", "required": ["repository", "change", "title", "url", "author", "draft", "head", "targetBranch", "comment", "commenter", "location", "text"], "properties": { "repository": { "type": "string", "minLength": 1, "description": "As the host writes it: group/project." }, "change": { "type": "string", "minLength": 1, "description": "Number within the repository." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "author": { "description": "Who opened it; null where the account was deleted.", "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "draft": { "type": "boolean", "description": "Marked as not ready at this moment." }, "head": { "type": ["object", "null"], "required": ["repository", "branch", "sha"], "properties": { "repository": { "type": ["string", "null"], "minLength": 1 }, "branch": { "type": "string" }, "sha": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false, "description": "Repository, branch and commit it comes from." }, "targetBranch": { "type": ["string", "null"], "minLength": 1 }, "comment": { "type": "string", "minLength": 1 }, "commenter": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "location": { "enum": ["conversation", "diff"] }, "text": { "type": "string" } }, "additionalProperties": false };
    function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate39.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.draft === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "draft" }, message: "must have required property 'draft'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.head === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "head" }, message: "must have required property 'head'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.targetBranch === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "targetBranch" }, message: "must have required property 'targetBranch'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.comment === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "comment" }, message: "must have required property 'comment'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.commenter === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "commenter" }, message: "must have required property 'commenter'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.location === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "location" }, message: "must have required property 'location'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.text === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" }, message: "must have required property 'text'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema50.properties, key0)) {
            const err12 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err13 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data1 = data.change;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err15 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err17 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema50.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err18 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema50.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data4 = data.author;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema50.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err24 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err25 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err26 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err28 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err30 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema50.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err31 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema50.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err32 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
          }
        }
        if (data.draft !== void 0) {
          if (typeof data.draft !== "boolean") {
            const err33 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data.head !== void 0) {
          let data11 = data.head;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err34 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: schema50.properties.head.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.repository === void 0) {
              const err35 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data11.branch === void 0) {
              const err36 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data11.sha === void 0) {
              const err37 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "repository" || key2 === "branch" || key2 === "sha")) {
                const err38 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data11.repository !== void 0) {
              let data12 = data11.repository;
              if (typeof data12 !== "string" && data12 !== null) {
                const err39 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/type", keyword: "type", params: { type: schema50.properties.head.properties.repository.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err40 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
              }
            }
            if (data11.branch !== void 0) {
              if (typeof data11.branch !== "string") {
                const err41 = { instancePath: instancePath + "/head/branch", schemaPath: "#/properties/head/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            if (data11.sha !== void 0) {
              let data14 = data11.sha;
              if (typeof data14 !== "string" && data14 !== null) {
                const err42 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/type", keyword: "type", params: { type: schema50.properties.head.properties.sha.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err43 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.targetBranch !== void 0) {
          let data15 = data.targetBranch;
          if (typeof data15 !== "string" && data15 !== null) {
            const err44 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/type", keyword: "type", params: { type: schema50.properties.targetBranch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err45 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          }
        }
        if (data.comment !== void 0) {
          let data16 = data.comment;
          if (typeof data16 === "string") {
            if (func2(data16) < 1) {
              const err46 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          } else {
            const err47 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data.commenter !== void 0) {
          let data17 = data.commenter;
          if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
            const err48 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/type", keyword: "type", params: { type: schema50.properties.commenter.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.system === void 0) {
              const err49 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data17.account === void 0) {
              const err50 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            if (data17.name === void 0) {
              const err51 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            if (data17.email === void 0) {
              const err52 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (data17.bot === void 0) {
              const err53 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
            for (const key3 in data17) {
              if (!(key3 === "system" || key3 === "account" || key3 === "name" || key3 === "email" || key3 === "bot")) {
                const err54 = { instancePath: instancePath + "/commenter", schemaPath: "#/properties/commenter/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data17.system !== void 0) {
              let data18 = data17.system;
              if (typeof data18 === "string") {
                if (func2(data18) < 1) {
                  const err55 = { instancePath: instancePath + "/commenter/system", schemaPath: "#/properties/commenter/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
              } else {
                const err56 = { instancePath: instancePath + "/commenter/system", schemaPath: "#/properties/commenter/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data17.account !== void 0) {
              let data19 = data17.account;
              if (typeof data19 === "string") {
                if (func2(data19) < 1) {
                  const err57 = { instancePath: instancePath + "/commenter/account", schemaPath: "#/properties/commenter/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
              } else {
                const err58 = { instancePath: instancePath + "/commenter/account", schemaPath: "#/properties/commenter/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data17.name !== void 0) {
              let data20 = data17.name;
              if (typeof data20 !== "string" && data20 !== null) {
                const err59 = { instancePath: instancePath + "/commenter/name", schemaPath: "#/properties/commenter/properties/name/type", keyword: "type", params: { type: schema50.properties.commenter.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
            if (data17.email !== void 0) {
              let data21 = data17.email;
              if (typeof data21 !== "string" && data21 !== null) {
                const err60 = { instancePath: instancePath + "/commenter/email", schemaPath: "#/properties/commenter/properties/email/type", keyword: "type", params: { type: schema50.properties.commenter.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data17.bot !== void 0) {
              if (typeof data17.bot !== "boolean") {
                const err61 = { instancePath: instancePath + "/commenter/bot", schemaPath: "#/properties/commenter/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
          }
        }
        if (data.location !== void 0) {
          let data23 = data.location;
          if (!(data23 === "conversation" || data23 === "diff")) {
            const err62 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/enum", keyword: "enum", params: { allowedValues: schema50.properties.location.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data.text !== void 0) {
          if (typeof data.text !== "string") {
            const err63 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
      } else {
        const err64 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
      validate39.errors = vErrors;
      return errors === 0;
    }
    validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitChangeConflictedV1 = validate40;
    var schema51 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.change.conflicted.v1", "title": "Change conflicted", "description": "The host found that it cannot be merged without resolving conflicts.", "type": "object", "required": ["repository", "change", "title", "url", "author", "draft", "head", "targetBranch", "observed"], "properties": { "repository": { "type": "string", "minLength": 1, "description": "As the host writes it: group/project." }, "change": { "type": "string", "minLength": 1, "description": "Number within the repository." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "author": { "description": "Who opened it; null where the account was deleted.", "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "draft": { "type": "boolean", "description": "Marked as not ready at this moment." }, "head": { "type": ["object", "null"], "required": ["repository", "branch", "sha"], "properties": { "repository": { "type": ["string", "null"], "minLength": 1 }, "branch": { "type": "string" }, "sha": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false, "description": "Repository, branch and commit it comes from." }, "targetBranch": { "type": ["string", "null"], "minLength": 1 }, "observed": { "type": "boolean", "description": "True: the time is when this was seen." } }, "additionalProperties": false };
    function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate40.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.draft === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "draft" }, message: "must have required property 'draft'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.head === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "head" }, message: "must have required property 'head'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.targetBranch === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "targetBranch" }, message: "must have required property 'targetBranch'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.observed === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "observed" }, message: "must have required property 'observed'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema51.properties, key0)) {
            const err9 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err10 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data1 = data.change;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err12 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err14 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema51.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err15 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema51.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data4 = data.author;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err16 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema51.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err17 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err23 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err25 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err27 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema51.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err28 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema51.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err29 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          }
        }
        if (data.draft !== void 0) {
          if (typeof data.draft !== "boolean") {
            const err30 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.head !== void 0) {
          let data11 = data.head;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err31 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: schema51.properties.head.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.repository === void 0) {
              const err32 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data11.branch === void 0) {
              const err33 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data11.sha === void 0) {
              const err34 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "repository" || key2 === "branch" || key2 === "sha")) {
                const err35 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data11.repository !== void 0) {
              let data12 = data11.repository;
              if (typeof data12 !== "string" && data12 !== null) {
                const err36 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/type", keyword: "type", params: { type: schema51.properties.head.properties.repository.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err37 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              }
            }
            if (data11.branch !== void 0) {
              if (typeof data11.branch !== "string") {
                const err38 = { instancePath: instancePath + "/head/branch", schemaPath: "#/properties/head/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data11.sha !== void 0) {
              let data14 = data11.sha;
              if (typeof data14 !== "string" && data14 !== null) {
                const err39 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/type", keyword: "type", params: { type: schema51.properties.head.properties.sha.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err40 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.targetBranch !== void 0) {
          let data15 = data.targetBranch;
          if (typeof data15 !== "string" && data15 !== null) {
            const err41 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/type", keyword: "type", params: { type: schema51.properties.targetBranch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err42 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          }
        }
        if (data.observed !== void 0) {
          if (typeof data.observed !== "boolean") {
            const err43 = { instancePath: instancePath + "/observed", schemaPath: "#/properties/observed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      validate40.errors = vErrors;
      return errors === 0;
    }
    validate40.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitChangeCreatedV1 = validate41;
    var schema52 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.change.created.v1", "title": "Change created", "description": "A pull request or merge request was opened.", "type": "object", "required": ["repository", "change", "title", "url", "author", "draft", "head", "targetBranch"], "properties": { "repository": { "type": "string", "minLength": 1, "description": "As the host writes it: group/project." }, "change": { "type": "string", "minLength": 1, "description": "Number within the repository." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "author": { "description": "Who opened it; null where the account was deleted.", "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "draft": { "type": "boolean", "description": "Marked as not ready at this moment." }, "head": { "type": ["object", "null"], "required": ["repository", "branch", "sha"], "properties": { "repository": { "type": ["string", "null"], "minLength": 1 }, "branch": { "type": "string" }, "sha": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false, "description": "Repository, branch and commit it comes from." }, "targetBranch": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false };
    function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate41.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.draft === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "draft" }, message: "must have required property 'draft'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.head === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "head" }, message: "must have required property 'head'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.targetBranch === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "targetBranch" }, message: "must have required property 'targetBranch'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "repository" || key0 === "change" || key0 === "title" || key0 === "url" || key0 === "author" || key0 === "draft" || key0 === "head" || key0 === "targetBranch")) {
            const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err9 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data1 = data.change;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err11 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err13 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema52.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err14 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema52.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data4 = data.author;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err15 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema52.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err16 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err17 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err22 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              } else {
                const err23 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err24 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              } else {
                const err25 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err26 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema52.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err27 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema52.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err28 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
          }
        }
        if (data.draft !== void 0) {
          if (typeof data.draft !== "boolean") {
            const err29 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data.head !== void 0) {
          let data11 = data.head;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err30 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: schema52.properties.head.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.repository === void 0) {
              const err31 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (data11.branch === void 0) {
              const err32 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data11.sha === void 0) {
              const err33 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "repository" || key2 === "branch" || key2 === "sha")) {
                const err34 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data11.repository !== void 0) {
              let data12 = data11.repository;
              if (typeof data12 !== "string" && data12 !== null) {
                const err35 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/type", keyword: "type", params: { type: schema52.properties.head.properties.repository.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err36 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err36];
                  } else {
                    vErrors.push(err36);
                  }
                  errors++;
                }
              }
            }
            if (data11.branch !== void 0) {
              if (typeof data11.branch !== "string") {
                const err37 = { instancePath: instancePath + "/head/branch", schemaPath: "#/properties/head/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data11.sha !== void 0) {
              let data14 = data11.sha;
              if (typeof data14 !== "string" && data14 !== null) {
                const err38 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/type", keyword: "type", params: { type: schema52.properties.head.properties.sha.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err39 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.targetBranch !== void 0) {
          let data15 = data.targetBranch;
          if (typeof data15 !== "string" && data15 !== null) {
            const err40 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/type", keyword: "type", params: { type: schema52.properties.targetBranch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err41 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          }
        }
      } else {
        const err42 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      validate41.errors = vErrors;
      return errors === 0;
    }
    validate41.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitChangeMergedV1 = validate42;
    var schema53 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.change.merged.v1", "title": "Change merged", "description": "A pull request or merge request was merged.", "type": "object", "required": ["repository", "change", "title", "url", "author", "draft", "head", "targetBranch", "by", "mergedAs"], "properties": { "repository": { "type": "string", "minLength": 1, "description": "As the host writes it: group/project." }, "change": { "type": "string", "minLength": 1, "description": "Number within the repository." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "author": { "description": "Who opened it; null where the account was deleted.", "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "draft": { "type": "boolean", "description": "Marked as not ready at this moment." }, "head": { "type": ["object", "null"], "required": ["repository", "branch", "sha"], "properties": { "repository": { "type": ["string", "null"], "minLength": 1 }, "branch": { "type": "string" }, "sha": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false, "description": "Repository, branch and commit it comes from." }, "targetBranch": { "type": ["string", "null"], "minLength": 1 }, "by": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "mergedAs": { "type": ["string", "null"], "minLength": 1, "description": "Commit on the target branch that it became." } }, "additionalProperties": false };
    function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate42.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.draft === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "draft" }, message: "must have required property 'draft'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.head === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "head" }, message: "must have required property 'head'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.targetBranch === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "targetBranch" }, message: "must have required property 'targetBranch'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.by === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.mergedAs === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mergedAs" }, message: "must have required property 'mergedAs'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema53.properties, key0)) {
            const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err11 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data1 = data.change;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err13 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err15 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema53.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err16 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema53.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data4 = data.author;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err17 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema53.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err24 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              } else {
                const err25 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err26 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err28 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema53.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err29 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema53.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err30 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          }
        }
        if (data.draft !== void 0) {
          if (typeof data.draft !== "boolean") {
            const err31 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data.head !== void 0) {
          let data11 = data.head;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err32 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: schema53.properties.head.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.repository === void 0) {
              const err33 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data11.branch === void 0) {
              const err34 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data11.sha === void 0) {
              const err35 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "repository" || key2 === "branch" || key2 === "sha")) {
                const err36 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data11.repository !== void 0) {
              let data12 = data11.repository;
              if (typeof data12 !== "string" && data12 !== null) {
                const err37 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/type", keyword: "type", params: { type: schema53.properties.head.properties.repository.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err38 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
              }
            }
            if (data11.branch !== void 0) {
              if (typeof data11.branch !== "string") {
                const err39 = { instancePath: instancePath + "/head/branch", schemaPath: "#/properties/head/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data11.sha !== void 0) {
              let data14 = data11.sha;
              if (typeof data14 !== "string" && data14 !== null) {
                const err40 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/type", keyword: "type", params: { type: schema53.properties.head.properties.sha.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err41 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.targetBranch !== void 0) {
          let data15 = data.targetBranch;
          if (typeof data15 !== "string" && data15 !== null) {
            const err42 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/type", keyword: "type", params: { type: schema53.properties.targetBranch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err43 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          }
        }
        if (data.by !== void 0) {
          let data16 = data.by;
          if (!(data16 && typeof data16 == "object" && !Array.isArray(data16)) && data16 !== null) {
            const err44 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: schema53.properties.by.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            if (data16.system === void 0) {
              const err45 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (data16.account === void 0) {
              const err46 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            if (data16.name === void 0) {
              const err47 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (data16.email === void 0) {
              const err48 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data16.bot === void 0) {
              const err49 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            for (const key3 in data16) {
              if (!(key3 === "system" || key3 === "account" || key3 === "name" || key3 === "email" || key3 === "bot")) {
                const err50 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data16.system !== void 0) {
              let data17 = data16.system;
              if (typeof data17 === "string") {
                if (func2(data17) < 1) {
                  const err51 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
              } else {
                const err52 = { instancePath: instancePath + "/by/system", schemaPath: "#/properties/by/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data16.account !== void 0) {
              let data18 = data16.account;
              if (typeof data18 === "string") {
                if (func2(data18) < 1) {
                  const err53 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
              } else {
                const err54 = { instancePath: instancePath + "/by/account", schemaPath: "#/properties/by/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data16.name !== void 0) {
              let data19 = data16.name;
              if (typeof data19 !== "string" && data19 !== null) {
                const err55 = { instancePath: instancePath + "/by/name", schemaPath: "#/properties/by/properties/name/type", keyword: "type", params: { type: schema53.properties.by.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data16.email !== void 0) {
              let data20 = data16.email;
              if (typeof data20 !== "string" && data20 !== null) {
                const err56 = { instancePath: instancePath + "/by/email", schemaPath: "#/properties/by/properties/email/type", keyword: "type", params: { type: schema53.properties.by.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data16.bot !== void 0) {
              if (typeof data16.bot !== "boolean") {
                const err57 = { instancePath: instancePath + "/by/bot", schemaPath: "#/properties/by/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
          }
        }
        if (data.mergedAs !== void 0) {
          let data22 = data.mergedAs;
          if (typeof data22 !== "string" && data22 !== null) {
            const err58 = { instancePath: instancePath + "/mergedAs", schemaPath: "#/properties/mergedAs/type", keyword: "type", params: { type: schema53.properties.mergedAs.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
          if (typeof data22 === "string") {
            if (func2(data22) < 1) {
              const err59 = { instancePath: instancePath + "/mergedAs", schemaPath: "#/properties/mergedAs/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
          }
        }
      } else {
        const err60 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
      validate42.errors = vErrors;
      return errors === 0;
    }
    validate42.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitChangeReviewedV1 = validate43;
    var schema54 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.change.reviewed.v1", "title": "Change reviewed", "description": "A review was submitted.", "type": "object", "required": ["repository", "change", "title", "url", "author", "draft", "head", "targetBranch", "review", "reviewer", "state"], "properties": { "repository": { "type": "string", "minLength": 1, "description": "As the host writes it: group/project." }, "change": { "type": "string", "minLength": 1, "description": "Number within the repository." }, "title": { "type": ["string", "null"] }, "url": { "type": ["string", "null"], "description": "Where a person opens it." }, "author": { "description": "Who opened it; null where the account was deleted.", "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "draft": { "type": "boolean", "description": "Marked as not ready at this moment." }, "head": { "type": ["object", "null"], "required": ["repository", "branch", "sha"], "properties": { "repository": { "type": ["string", "null"], "minLength": 1 }, "branch": { "type": "string" }, "sha": { "type": ["string", "null"], "minLength": 1 } }, "additionalProperties": false, "description": "Repository, branch and commit it comes from." }, "targetBranch": { "type": ["string", "null"], "minLength": 1 }, "review": { "type": "string", "minLength": 1 }, "reviewer": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "state": { "enum": ["approved", "changesRequested", "commented", "dismissed"] } }, "additionalProperties": false };
    function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate43.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.title === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.draft === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "draft" }, message: "must have required property 'draft'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.head === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "head" }, message: "must have required property 'head'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.targetBranch === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "targetBranch" }, message: "must have required property 'targetBranch'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.review === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "review" }, message: "must have required property 'review'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.reviewer === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reviewer" }, message: "must have required property 'reviewer'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.state === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema54.properties, key0)) {
            const err11 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err12 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data1 = data.change;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err14 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data.title !== void 0) {
          let data2 = data.title;
          if (typeof data2 !== "string" && data2 !== null) {
            const err16 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema54.properties.title.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data3 = data.url;
          if (typeof data3 !== "string" && data3 !== null) {
            const err17 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema54.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data4 = data.author;
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && data4 !== null) {
            const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema54.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.system === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data4.account === void 0) {
              const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data4.name === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data4.email === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data4.bot === void 0) {
              const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err24 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data4.system !== void 0) {
              let data5 = data4.system;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err25 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data4.account !== void 0) {
              let data6 = data4.account;
              if (typeof data6 === "string") {
                if (func2(data6) < 1) {
                  const err27 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              } else {
                const err28 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data4.name !== void 0) {
              let data7 = data4.name;
              if (typeof data7 !== "string" && data7 !== null) {
                const err29 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema54.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data4.email !== void 0) {
              let data8 = data4.email;
              if (typeof data8 !== "string" && data8 !== null) {
                const err30 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema54.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data4.bot !== void 0) {
              if (typeof data4.bot !== "boolean") {
                const err31 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          }
        }
        if (data.draft !== void 0) {
          if (typeof data.draft !== "boolean") {
            const err32 = { instancePath: instancePath + "/draft", schemaPath: "#/properties/draft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data.head !== void 0) {
          let data11 = data.head;
          if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
            const err33 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: schema54.properties.head.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.repository === void 0) {
              const err34 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data11.branch === void 0) {
              const err35 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data11.sha === void 0) {
              const err36 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "repository" || key2 === "branch" || key2 === "sha")) {
                const err37 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data11.repository !== void 0) {
              let data12 = data11.repository;
              if (typeof data12 !== "string" && data12 !== null) {
                const err38 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/type", keyword: "type", params: { type: schema54.properties.head.properties.repository.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err39 = { instancePath: instancePath + "/head/repository", schemaPath: "#/properties/head/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              }
            }
            if (data11.branch !== void 0) {
              if (typeof data11.branch !== "string") {
                const err40 = { instancePath: instancePath + "/head/branch", schemaPath: "#/properties/head/properties/branch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data11.sha !== void 0) {
              let data14 = data11.sha;
              if (typeof data14 !== "string" && data14 !== null) {
                const err41 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/type", keyword: "type", params: { type: schema54.properties.head.properties.sha.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err42 = { instancePath: instancePath + "/head/sha", schemaPath: "#/properties/head/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data.targetBranch !== void 0) {
          let data15 = data.targetBranch;
          if (typeof data15 !== "string" && data15 !== null) {
            const err43 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/type", keyword: "type", params: { type: schema54.properties.targetBranch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err44 = { instancePath: instancePath + "/targetBranch", schemaPath: "#/properties/targetBranch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          }
        }
        if (data.review !== void 0) {
          let data16 = data.review;
          if (typeof data16 === "string") {
            if (func2(data16) < 1) {
              const err45 = { instancePath: instancePath + "/review", schemaPath: "#/properties/review/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          } else {
            const err46 = { instancePath: instancePath + "/review", schemaPath: "#/properties/review/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data.reviewer !== void 0) {
          let data17 = data.reviewer;
          if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
            const err47 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/type", keyword: "type", params: { type: schema54.properties.reviewer.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.system === void 0) {
              const err48 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data17.account === void 0) {
              const err49 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data17.name === void 0) {
              const err50 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            if (data17.email === void 0) {
              const err51 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            if (data17.bot === void 0) {
              const err52 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            for (const key3 in data17) {
              if (!(key3 === "system" || key3 === "account" || key3 === "name" || key3 === "email" || key3 === "bot")) {
                const err53 = { instancePath: instancePath + "/reviewer", schemaPath: "#/properties/reviewer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
            if (data17.system !== void 0) {
              let data18 = data17.system;
              if (typeof data18 === "string") {
                if (func2(data18) < 1) {
                  const err54 = { instancePath: instancePath + "/reviewer/system", schemaPath: "#/properties/reviewer/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err54];
                  } else {
                    vErrors.push(err54);
                  }
                  errors++;
                }
              } else {
                const err55 = { instancePath: instancePath + "/reviewer/system", schemaPath: "#/properties/reviewer/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data17.account !== void 0) {
              let data19 = data17.account;
              if (typeof data19 === "string") {
                if (func2(data19) < 1) {
                  const err56 = { instancePath: instancePath + "/reviewer/account", schemaPath: "#/properties/reviewer/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
              } else {
                const err57 = { instancePath: instancePath + "/reviewer/account", schemaPath: "#/properties/reviewer/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            if (data17.name !== void 0) {
              let data20 = data17.name;
              if (typeof data20 !== "string" && data20 !== null) {
                const err58 = { instancePath: instancePath + "/reviewer/name", schemaPath: "#/properties/reviewer/properties/name/type", keyword: "type", params: { type: schema54.properties.reviewer.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data17.email !== void 0) {
              let data21 = data17.email;
              if (typeof data21 !== "string" && data21 !== null) {
                const err59 = { instancePath: instancePath + "/reviewer/email", schemaPath: "#/properties/reviewer/properties/email/type", keyword: "type", params: { type: schema54.properties.reviewer.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
            if (data17.bot !== void 0) {
              if (typeof data17.bot !== "boolean") {
                const err60 = { instancePath: instancePath + "/reviewer/bot", schemaPath: "#/properties/reviewer/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          }
        }
        if (data.state !== void 0) {
          let data23 = data.state;
          if (!(data23 === "approved" || data23 === "changesRequested" || data23 === "commented" || data23 === "dismissed")) {
            const err61 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema54.properties.state.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
      validate43.errors = vErrors;
      return errors === 0;
    }
    validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitCheckCompletedV1 = validate44;
    var schema55 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.check.completed.v1", "title": "Check completed", "description": "A check, status or pipeline of a commit came to its end.", "type": "object", "required": ["repository", "sha", "change", "author", "name", "conclusion", "url"], "properties": { "repository": { "type": "string", "minLength": 1 }, "sha": { "type": "string", "minLength": 1 }, "change": { "type": ["string", "null"], "minLength": 1 }, "author": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "name": { "type": "string", "minLength": 1 }, "conclusion": { "enum": ["success", "failure", "cancelled", "neutral"] }, "url": { "type": ["string", "null"] } }, "additionalProperties": false };
    function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate44.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.sha === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.name === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.conclusion === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "conclusion" }, message: "must have required property 'conclusion'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "repository" || key0 === "sha" || key0 === "change" || key0 === "author" || key0 === "name" || key0 === "conclusion" || key0 === "url")) {
            const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err8 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data.sha !== void 0) {
          let data1 = data.sha;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err10 = { instancePath: instancePath + "/sha", schemaPath: "#/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/sha", schemaPath: "#/properties/sha/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data.change !== void 0) {
          let data2 = data.change;
          if (typeof data2 !== "string" && data2 !== null) {
            const err12 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: schema55.properties.change.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err13 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        }
        if (data.author !== void 0) {
          let data3 = data.author;
          if (!(data3 && typeof data3 == "object" && !Array.isArray(data3)) && data3 !== null) {
            const err14 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema55.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.system === void 0) {
              const err15 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data3.account === void 0) {
              const err16 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data3.name === void 0) {
              const err17 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data3.email === void 0) {
              const err18 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data3.bot === void 0) {
              const err19 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data3.system !== void 0) {
              let data4 = data3.system;
              if (typeof data4 === "string") {
                if (func2(data4) < 1) {
                  const err21 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              } else {
                const err22 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data3.account !== void 0) {
              let data5 = data3.account;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err23 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data3.name !== void 0) {
              let data6 = data3.name;
              if (typeof data6 !== "string" && data6 !== null) {
                const err25 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema55.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data3.email !== void 0) {
              let data7 = data3.email;
              if (typeof data7 !== "string" && data7 !== null) {
                const err26 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema55.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data3.bot !== void 0) {
              if (typeof data3.bot !== "boolean") {
                const err27 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
          }
        }
        if (data.name !== void 0) {
          let data9 = data.name;
          if (typeof data9 === "string") {
            if (func2(data9) < 1) {
              const err28 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data.conclusion !== void 0) {
          let data10 = data.conclusion;
          if (!(data10 === "success" || data10 === "failure" || data10 === "cancelled" || data10 === "neutral")) {
            const err30 = { instancePath: instancePath + "/conclusion", schemaPath: "#/properties/conclusion/enum", keyword: "enum", params: { allowedValues: schema55.properties.conclusion.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data11 = data.url;
          if (typeof data11 !== "string" && data11 !== null) {
            const err31 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema55.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      validate44.errors = vErrors;
      return errors === 0;
    }
    validate44.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
    exports.performanceTraceGitCommitRecordedV1 = validate45;
    var schema56 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:performance-trace:schema:performance-trace.git.commit.recorded.v1", "title": "Commit recorded", "description": "A commit as it stands in a repository.", "type": "object", "required": ["repository", "sha", "url", "author", "committer", "authoredAt", "committedAt", "parents", "paths", "change", "branch", "contentKey", "note", "reverts"], "properties": { "repository": { "type": "string", "minLength": 1 }, "sha": { "type": "string", "minLength": 1 }, "url": { "type": ["string", "null"] }, "author": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "committer": { "type": ["object", "null"], "required": ["system", "account", "name", "email", "bot"], "properties": { "system": { "type": "string", "minLength": 1, "description": "github, gitlab, gitee, gitea, git or confluence." }, "account": { "type": "string", "minLength": 1, "description": "Login or id in that system; for git the e-mail." }, "name": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "bot": { "type": "boolean", "description": "The source itself says that this is no person." } }, "additionalProperties": false }, "authoredAt": { "type": "string", "format": "date-time" }, "committedAt": { "type": ["string", "null"], "format": "date-time" }, "parents": { "type": ["integer", "null"], "minimum": 0, "description": "More than one: a merge." }, "paths": { "type": ["array", "null"], "items": { "type": "string", "minLength": 1 }, "description": "Changed paths, sorted; null where they were not read." }, "change": { "type": ["string", "null"], "minLength": 1, "description": "Change it was read through." }, "branch": { "type": ["string", "null"], "minLength": 1 }, "contentKey": { "type": "string", "minLength": 1, "description": "The same for copies of one commit (force push, rebase, cherry-pick)." }, "note": { "type": ["string", "null"], "description": "First line of its message." }, "reverts": { "type": ["string", "null"], "minLength": 1, "description": "Sha that its message says it reverts." } }, "additionalProperties": false };
    function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
      ;
      let vErrors = null;
      let errors = 0;
      const evaluated0 = validate45.evaluated;
      if (evaluated0.dynamicProps) {
        evaluated0.props = void 0;
      }
      if (evaluated0.dynamicItems) {
        evaluated0.items = void 0;
      }
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.repository === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.sha === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sha" }, message: "must have required property 'sha'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.url === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data.author === void 0) {
          const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "author" }, message: "must have required property 'author'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.committer === void 0) {
          const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "committer" }, message: "must have required property 'committer'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data.authoredAt === void 0) {
          const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "authoredAt" }, message: "must have required property 'authoredAt'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data.committedAt === void 0) {
          const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "committedAt" }, message: "must have required property 'committedAt'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data.parents === void 0) {
          const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "parents" }, message: "must have required property 'parents'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data.paths === void 0) {
          const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paths" }, message: "must have required property 'paths'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data.change === void 0) {
          const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data.branch === void 0) {
          const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "branch" }, message: "must have required property 'branch'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data.contentKey === void 0) {
          const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "contentKey" }, message: "must have required property 'contentKey'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.note === void 0) {
          const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "note" }, message: "must have required property 'note'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data.reverts === void 0) {
          const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reverts" }, message: "must have required property 'reverts'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!func1.call(schema56.properties, key0)) {
            const err14 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.repository !== void 0) {
          let data0 = data.repository;
          if (typeof data0 === "string") {
            if (func2(data0) < 1) {
              const err15 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.sha !== void 0) {
          let data1 = data.sha;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err17 = { instancePath: instancePath + "/sha", schemaPath: "#/properties/sha/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/sha", schemaPath: "#/properties/sha/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data.url !== void 0) {
          let data2 = data.url;
          if (typeof data2 !== "string" && data2 !== null) {
            const err19 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: schema56.properties.url.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data.author !== void 0) {
          let data3 = data.author;
          if (!(data3 && typeof data3 == "object" && !Array.isArray(data3)) && data3 !== null) {
            const err20 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: schema56.properties.author.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.system === void 0) {
              const err21 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data3.account === void 0) {
              const err22 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data3.name === void 0) {
              const err23 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data3.email === void 0) {
              const err24 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data3.bot === void 0) {
              const err25 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (!(key1 === "system" || key1 === "account" || key1 === "name" || key1 === "email" || key1 === "bot")) {
                const err26 = { instancePath: instancePath + "/author", schemaPath: "#/properties/author/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data3.system !== void 0) {
              let data4 = data3.system;
              if (typeof data4 === "string") {
                if (func2(data4) < 1) {
                  const err27 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              } else {
                const err28 = { instancePath: instancePath + "/author/system", schemaPath: "#/properties/author/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data3.account !== void 0) {
              let data5 = data3.account;
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err29 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/author/account", schemaPath: "#/properties/author/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data3.name !== void 0) {
              let data6 = data3.name;
              if (typeof data6 !== "string" && data6 !== null) {
                const err31 = { instancePath: instancePath + "/author/name", schemaPath: "#/properties/author/properties/name/type", keyword: "type", params: { type: schema56.properties.author.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data3.email !== void 0) {
              let data7 = data3.email;
              if (typeof data7 !== "string" && data7 !== null) {
                const err32 = { instancePath: instancePath + "/author/email", schemaPath: "#/properties/author/properties/email/type", keyword: "type", params: { type: schema56.properties.author.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data3.bot !== void 0) {
              if (typeof data3.bot !== "boolean") {
                const err33 = { instancePath: instancePath + "/author/bot", schemaPath: "#/properties/author/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
          }
        }
        if (data.committer !== void 0) {
          let data9 = data.committer;
          if (!(data9 && typeof data9 == "object" && !Array.isArray(data9)) && data9 !== null) {
            const err34 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/type", keyword: "type", params: { type: schema56.properties.committer.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.system === void 0) {
              const err35 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/required", keyword: "required", params: { missingProperty: "system" }, message: "must have required property 'system'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data9.account === void 0) {
              const err36 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data9.name === void 0) {
              const err37 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data9.email === void 0) {
              const err38 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (data9.bot === void 0) {
              const err39 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/required", keyword: "required", params: { missingProperty: "bot" }, message: "must have required property 'bot'" };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            for (const key2 in data9) {
              if (!(key2 === "system" || key2 === "account" || key2 === "name" || key2 === "email" || key2 === "bot")) {
                const err40 = { instancePath: instancePath + "/committer", schemaPath: "#/properties/committer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data9.system !== void 0) {
              let data10 = data9.system;
              if (typeof data10 === "string") {
                if (func2(data10) < 1) {
                  const err41 = { instancePath: instancePath + "/committer/system", schemaPath: "#/properties/committer/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              } else {
                const err42 = { instancePath: instancePath + "/committer/system", schemaPath: "#/properties/committer/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data9.account !== void 0) {
              let data11 = data9.account;
              if (typeof data11 === "string") {
                if (func2(data11) < 1) {
                  const err43 = { instancePath: instancePath + "/committer/account", schemaPath: "#/properties/committer/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              } else {
                const err44 = { instancePath: instancePath + "/committer/account", schemaPath: "#/properties/committer/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data9.name !== void 0) {
              let data12 = data9.name;
              if (typeof data12 !== "string" && data12 !== null) {
                const err45 = { instancePath: instancePath + "/committer/name", schemaPath: "#/properties/committer/properties/name/type", keyword: "type", params: { type: schema56.properties.committer.properties.name.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
            if (data9.email !== void 0) {
              let data13 = data9.email;
              if (typeof data13 !== "string" && data13 !== null) {
                const err46 = { instancePath: instancePath + "/committer/email", schemaPath: "#/properties/committer/properties/email/type", keyword: "type", params: { type: schema56.properties.committer.properties.email.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
            if (data9.bot !== void 0) {
              if (typeof data9.bot !== "boolean") {
                const err47 = { instancePath: instancePath + "/committer/bot", schemaPath: "#/properties/committer/properties/bot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
          }
        }
        if (data.authoredAt !== void 0) {
          let data15 = data.authoredAt;
          if (typeof data15 === "string") {
            if (!formats2.validate(data15)) {
              const err48 = { instancePath: instancePath + "/authoredAt", schemaPath: "#/properties/authoredAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          } else {
            const err49 = { instancePath: instancePath + "/authoredAt", schemaPath: "#/properties/authoredAt/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data.committedAt !== void 0) {
          let data16 = data.committedAt;
          if (typeof data16 !== "string" && data16 !== null) {
            const err50 = { instancePath: instancePath + "/committedAt", schemaPath: "#/properties/committedAt/type", keyword: "type", params: { type: schema56.properties.committedAt.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
          if (typeof data16 === "string") {
            if (!formats2.validate(data16)) {
              const err51 = { instancePath: instancePath + "/committedAt", schemaPath: "#/properties/committedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
          }
        }
        if (data.parents !== void 0) {
          let data17 = data.parents;
          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17)) && data17 !== null) {
            const err52 = { instancePath: instancePath + "/parents", schemaPath: "#/properties/parents/type", keyword: "type", params: { type: schema56.properties.parents.type }, message: "must be integer,null" };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 < 0 || isNaN(data17)) {
              const err53 = { instancePath: instancePath + "/parents", schemaPath: "#/properties/parents/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          }
        }
        if (data.paths !== void 0) {
          let data18 = data.paths;
          if (!Array.isArray(data18) && data18 !== null) {
            const err54 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: schema56.properties.paths.type }, message: "must be array,null" };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
          if (Array.isArray(data18)) {
            const len0 = data18.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data19 = data18[i0];
              if (typeof data19 === "string") {
                if (func2(data19) < 1) {
                  const err55 = { instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
              } else {
                const err56 = { instancePath: instancePath + "/paths/" + i0, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
          }
        }
        if (data.change !== void 0) {
          let data20 = data.change;
          if (typeof data20 !== "string" && data20 !== null) {
            const err57 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/type", keyword: "type", params: { type: schema56.properties.change.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
          if (typeof data20 === "string") {
            if (func2(data20) < 1) {
              const err58 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
          }
        }
        if (data.branch !== void 0) {
          let data21 = data.branch;
          if (typeof data21 !== "string" && data21 !== null) {
            const err59 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/type", keyword: "type", params: { type: schema56.properties.branch.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
          if (typeof data21 === "string") {
            if (func2(data21) < 1) {
              const err60 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          }
        }
        if (data.contentKey !== void 0) {
          let data22 = data.contentKey;
          if (typeof data22 === "string") {
            if (func2(data22) < 1) {
              const err61 = { instancePath: instancePath + "/contentKey", schemaPath: "#/properties/contentKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
          } else {
            const err62 = { instancePath: instancePath + "/contentKey", schemaPath: "#/properties/contentKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data.note !== void 0) {
          let data23 = data.note;
          if (typeof data23 !== "string" && data23 !== null) {
            const err63 = { instancePath: instancePath + "/note", schemaPath: "#/properties/note/type", keyword: "type", params: { type: schema56.properties.note.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
        if (data.reverts !== void 0) {
          let data24 = data.reverts;
          if (typeof data24 !== "string" && data24 !== null) {
            const err64 = { instancePath: instancePath + "/reverts", schemaPath: "#/properties/reverts/type", keyword: "type", params: { type: schema56.properties.reverts.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
          if (typeof data24 === "string") {
            if (func2(data24) < 1) {
              const err65 = { instancePath: instancePath + "/reverts", schemaPath: "#/properties/reverts/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
          }
        }
      } else {
        const err66 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
      validate45.errors = vErrors;
      return errors === 0;
    }
    validate45.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
  }
});

var validators = __toESM(require_validators());
var validateEnvelope = validators.cloudEvent;
var validateDataOfType = {
  "performance-trace.document.attachment.versioned.v1": validators.performanceTraceDocumentAttachmentVersionedV1,
  "performance-trace.document.comment.posted.v1": validators.performanceTraceDocumentCommentPostedV1,
  "performance-trace.document.comment.resolved.v1": validators.performanceTraceDocumentCommentResolvedV1,
  "performance-trace.document.label.added.v1": validators.performanceTraceDocumentLabelAddedV1,
  "performance-trace.document.review.requested.v1": validators.performanceTraceDocumentReviewRequestedV1,
  "performance-trace.document.state.changed.v1": validators.performanceTraceDocumentStateChangedV1,
  "performance-trace.document.task.assigned.v1": validators.performanceTraceDocumentTaskAssignedV1,
  "performance-trace.document.version.published.v1": validators.performanceTraceDocumentVersionPublishedV1,
  "performance-trace.edc.deviation.recorded.v1": validators.performanceTraceEdcDeviationRecordedV1,
  "performance-trace.edc.document.read.v1": validators.performanceTraceEdcDocumentReadV1,
  "performance-trace.edc.form.recorded.v1": validators.performanceTraceEdcFormRecordedV1,
  "performance-trace.edc.query.changed.v1": validators.performanceTraceEdcQueryChangedV1,
  "performance-trace.edc.signature.applied.v1": validators.performanceTraceEdcSignatureAppliedV1,
  "performance-trace.edc.study.described.v1": validators.performanceTraceEdcStudyDescribedV1,
  "performance-trace.edc.study.locked.v1": validators.performanceTraceEdcStudyLockedV1,
  "performance-trace.edc.subject.changed.v1": validators.performanceTraceEdcSubjectChangedV1,
  "performance-trace.edc.visit.changed.v1": validators.performanceTraceEdcVisitChangedV1,
  "performance-trace.git.change.abandoned.v1": validators.performanceTraceGitChangeAbandonedV1,
  "performance-trace.git.change.commented.v1": validators.performanceTraceGitChangeCommentedV1,
  "performance-trace.git.change.conflicted.v1": validators.performanceTraceGitChangeConflictedV1,
  "performance-trace.git.change.created.v1": validators.performanceTraceGitChangeCreatedV1,
  "performance-trace.git.change.merged.v1": validators.performanceTraceGitChangeMergedV1,
  "performance-trace.git.change.reviewed.v1": validators.performanceTraceGitChangeReviewedV1,
  "performance-trace.git.check.completed.v1": validators.performanceTraceGitCheckCompletedV1,
  "performance-trace.git.commit.recorded.v1": validators.performanceTraceGitCommitRecordedV1
};
export {
  validateDataOfType,
  validateEnvelope
};
