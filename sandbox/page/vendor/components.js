/* Built by `make components` from @skyra/discord-components-core 4.0.2, discord-markdown-parser 1.3.1, lit 3.3.1. Licences: LICENSES.txt beside this file. */
var Zd=Object.create;var Ei=Object.defineProperty;var Gd=Object.getOwnPropertyDescriptor;var Wd=Object.getOwnPropertyNames;var Qd=Object.getPrototypeOf,Kd=Object.prototype.hasOwnProperty;var B=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(i){throw t=0,i}};var Xd=(e,t,i,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let d of Wd(t))!Kd.call(e,d)&&d!==i&&Ei(e,d,{get:()=>t[d],enumerable:!(r=Gd(t,d))||r.enumerable});return e};var Yd=(e,t,i)=>(i=e!=null?Zd(Qd(e)):{},Xd(t||!e||!e.__esModule?Ei(i,"default",{value:e,enumerable:!0}):i,e));var N=B(Gr=>{"use strict";Object.defineProperty(Gr,"__esModule",{value:!0});var x3=/\r\n?/g,M3=/\t/g,w3=/\f/g,id=function(e){return e.replace(x3,`
`).replace(w3,"").replace(M3,"    ")},dd=function(e,t){var i=e||{};if(t!=null)for(var r in t)Object.prototype.hasOwnProperty.call(t,r)&&(i[r]=t[r]);return i},sd=function(e,t){var i=Object.keys(e).filter(function(s){var u=e[s];if(u==null||u.match==null)return!1;var f=u.order;return(typeof f!="number"||!isFinite(f))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+s+"`: "+String(f)),!0});i.sort(function(s,u){var f=e[s],c=e[u],h=f.order,a=c.order;if(h!==a)return h-a;var _=f.quality?0:1,v=c.quality?0:1;return _!==v?_-v:s<u?-1:s>u?1:0});var r,d=function(s,u){var f=[];for(u=u||r,r=u;s;){var c=null,h=null,a=null,_=NaN,v=0,g=i[0],l=e[g];do{var n=l.order,b=u.prevCapture==null?"":u.prevCapture[0],$=l.match(s,u,b);if($){var w=l.quality?l.quality($,u,b):0;w<=_||(c=g,h=l,a=$,_=w)}v++,g=i[v],l=e[g]}while(l&&(!a||l.order===n&&l.quality));if(h==null||a==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+i[i.length-1]+`'. It seems to not match the following source:
`+s);if(a.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var k=h.parse(a,d,u);if(Array.isArray(k))Array.prototype.push.apply(f,k);else{if(k==null||typeof k!="object")throw new Error(`parse() function returned invalid parse result: '${k}'`);k.type==null&&(k.type=c),f.push(k)}u.prevCapture=a,s=s.substring(u.prevCapture[0].length)}return f},o=function(s,u){return r=dd(u,t),!r.inline&&!r.disableAutoBlockNewlines&&(s=s+`

`),r.prevCapture=null,d(id(s),r)};return o},ee=function(e){var t=function(i,r,d){return r.inline?e.exec(i):null};return t.regex=e,t},ie=function(e){var t=function(i,r){return r.inline?null:e.exec(i)};return t.regex=e,t},Ur=function(e){var t=function(i,r){return e.exec(i)};return t.regex=e,t},vh=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,F=function(e,t,i,r){i=i||{},r=typeof r<"u"?r:!0;var d="";for(var o in i){var s=i[o];Object.prototype.hasOwnProperty.call(i,o)&&s&&(d+=" "+Ve(o)+'="'+Ve(s)+'"')}var u="<"+e+d+">";return r?u+t+"</"+e+">":u},Fr=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},H3=/[<>&"']/g,$3={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Ve=function(e){return String(e).replace(H3,function(t){return $3[t]})},T3=/\\([^0-9A-Za-z\s])/g,Zr=function(e){return e.replace(T3,"$1")},Gt=function(e,t,i){var r=i.inline||!1;i.inline=!0;var d=e(t,i);return i.inline=r,d},E3=function(e,t,i){var r=i.inline||!1;i.inline=!1;var d=e(t+`

`,i);return i.inline=r,d},Ut=function(e,t,i){return{content:Gt(t,e[1],i)}},qr=function(){return{}},Wt="(?:[*+-]|\\d+\\.)",ad="( *)("+Wt+") +",Yi=new RegExp("^"+ad),k3=new RegExp(ad+"[^\\n]*(?:\\n(?!\\1"+Wt+` )[^\\n]*)*(
|$)`,"gm"),od=/\n{2,}$/,C3=/^ (?= *`)|(` *) $/g,j3=od,Ji=/ *\n+$/,A3=new RegExp("^( *)("+Wt+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+Wt+` )\\n*|\\s*
*$)`),V3=/(?:^|\n)( *)$/,Ft=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,i=/^ *-+: *$/,r=/^ *:-+: *$/,d=/^ *:-+ *$/,o=function(h){return i.test(h)?"right":r.test(h)?"center":d.test(h)?"left":null},s=function(h,a,_,v){v&&(h=h.replace(e,""));var g=h.trim().split("|");return g.map(o)},u=function(h,a,_,v){var g=_.inTable;_.inTable=!0;var l=a(h.trim(),_);_.inTable=g;var n=[[]];return l.forEach(function(b,$){b.type==="tableSeparator"?(!v||$!==0&&$!==l.length-1)&&n.push([]):(b.type==="text"&&(l[$+1]==null||l[$+1].type==="tableSeparator")&&(b.content=b.content.replace(t,"")),n[n.length-1].push(b))}),n},f=function(h,a,_,v){var g=h.trim().split(`
`);return g.map(function(l){return u(l,a,_,v)})},c=function(h){return function(a,_,v){v.inline=!0;var g=u(a[1],_,v,h),l=s(a[2],_,v,h),n=f(a[3],_,v,h);return v.inline=!1,{type:"table",header:g,align:l,cells:n}}};return{parseTable:c(!0),parseNpTable:c(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),Zt="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",ed=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,S3=/mailto:/i,td=function(e,t,i){var r=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[r]){var d=t._defs[r];i.target=d.target,i.title=d.title}return t._refs=t._refs||{},t._refs[r]=t._refs[r]||[],t._refs[r].push(i),i},L=0,Qt={Array:{html:function(e,t,i){for(var r="",d=0;d<e.length;d++){var o=e[d];if(o.type==="text")for(o={type:"text",content:o.content};d+1<e.length&&e[d+1].type==="text";d++)o.content+=e[d+1].content;r+=t(o,i)}return r}},heading:{order:L++,match:ie(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,i){return{level:e[1].length,content:Gt(t,e[2].trim(),i)}},html:function(e,t,i){return F("h"+e.level,t(e.content,i))}},nptable:{order:L++,match:ie(Ft.NPTABLE_REGEX),parse:Ft.parseNpTable,html:null},lheading:{order:L++,match:ie(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,i){return{type:"heading",level:e[2]==="="?1:2,content:Gt(t,e[1],i)}},html:null},hr:{order:L++,match:ie(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:qr,html:function(e,t,i){return'<hr aria-hidden="true">'}},codeBlock:{order:L++,match:ie(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,i){var r=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:r}},html:function(e,t,i){var r=e.lang?"markdown-code-"+e.lang:void 0,d=F("code",Ve(e.content),{class:r});return F("pre",d)}},fence:{order:L++,match:ie(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,i){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:L++,match:ie(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,i){var r=e[0].replace(/^ *> ?/gm,"");return{content:t(r,i)}},html:function(e,t,i){return F("blockquote",t(e.content,i))}},list:{order:L++,match:function(e,t){var i=t.prevCapture==null?"":t.prevCapture[0],r=V3.exec(i),d=t._list||!t.inline;return r&&d?(e=r[1]+e,A3.exec(e)):null},parse:function(e,t,i){var r=e[2],d=r.length>1,o=d?+r:void 0,s=e[0].replace(j3,`
`).match(k3),u=!1,f=s.map(function(c,h){var a=Yi.exec(c),_=a?a[0].length:0,v=new RegExp("^ {1,"+_+"}","gm"),g=c.replace(v,"").replace(Yi,""),l=h===s.length-1,n=g.indexOf(`

`)!==-1,b=n||l&&u;u=b;var $=i.inline,w=i._list;i._list=!0;var k;b?(i.inline=!1,k=g.replace(Ji,`

`)):(i.inline=!0,k=g.replace(Ji,""));var z=t(k,i);return i.inline=$,i._list=w,z});return{ordered:d,start:o,items:f}},html:function(e,t,i){var r=e.items.map(function(s){return F("li",t(s,i))}).join(""),d=e.ordered?"ol":"ul",o={start:e.start};return F(d,r,o)}},def:{order:L++,match:ie(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,i){var r=e[1].replace(/\s+/g," ").toLowerCase(),d=e[2],o=e[3];return i._refs&&i._refs[r]&&i._refs[r].forEach(function(s){s.target=d,s.title=o}),i._defs=i._defs||{},i._defs[r]={target:d,title:o},{def:r,target:d,title:o}},html:function(){return""}},table:{order:L++,match:ie(Ft.TABLE_REGEX),parse:Ft.parseTable,html:function(e,t,i){var r=function(f){return e.align[f]==null?"":"text-align:"+e.align[f]+";"},d=e.header.map(function(f,c){return F("th",t(f,i),{style:r(c),scope:"col"})}).join(""),o=e.cells.map(function(f){var c=f.map(function(h,a){return F("td",t(h,i),{style:r(a)})}).join("");return F("tr",c)}).join(""),s=F("thead",F("tr",d)),u=F("tbody",o);return F("table",s+u)}},newline:{order:L++,match:ie(/^(?:\n *)*\n/),parse:qr,html:function(e,t,i){return`
`}},paragraph:{order:L++,match:ie(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:Ut,html:function(e,t,i){var r={class:"paragraph"};return F("div",t(e.content,i),r)}},escape:{order:L++,match:ee(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,i){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:L++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:L++,match:ee(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,i){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:L++,match:ee(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,i){var r=e[1],d=e[1];return S3.test(d)||(d="mailto:"+d),{type:"link",content:[{type:"text",content:r}],target:d}},html:null},url:{order:L++,match:ee(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,i){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:L++,match:ee(new RegExp("^\\[("+Zt+")\\]\\("+ed+"\\)")),parse:function(e,t,i){var r={content:t(e[1],i),target:Zr(e[2]),title:e[3]};return r},html:function(e,t,i){var r={href:Fr(e.target),title:e.title};return F("a",t(e.content,i),r)}},image:{order:L++,match:ee(new RegExp("^!\\[("+Zt+")\\]\\("+ed+"\\)")),parse:function(e,t,i){var r={alt:e[1],target:Zr(e[2]),title:e[3]};return r},html:function(e,t,i){var r={src:Fr(e.target),alt:e.alt,title:e.title};return F("img","",r,!1)}},reflink:{order:L++,match:ee(new RegExp("^\\[("+Zt+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,i){return td(e,i,{type:"link",content:t(e[1],i)})},html:null},refimage:{order:L++,match:ee(new RegExp("^!\\[("+Zt+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,i){return td(e,i,{type:"image",alt:e[1]})},html:null},em:{order:L,match:ee(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,i){return{content:t(e[2]||e[1],i)}},html:function(e,t,i){return F("em",t(e.content,i))}},strong:{order:L,match:ee(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:Ut,html:function(e,t,i){return F("strong",t(e.content,i))}},u:{order:L++,match:ee(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:Ut,html:function(e,t,i){return F("u",t(e.content,i))}},del:{order:L++,match:ee(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:Ut,html:function(e,t,i){return F("del",t(e.content,i))}},inlineCode:{order:L++,match:ee(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,i){return{content:e[2].replace(C3,"$1")}},html:function(e,t,i){return F("code",Ve(e.content))}},br:{order:L++,match:Ur(/^ {2,}\n/),parse:qr,html:function(e,t,i){return"<br>"}},text:{order:L++,match:Ur(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,i){return{content:e[0]}},html:function(e,t,i){return Ve(e.content)}}},D3=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var i=function(r,d,o){return e[r.type][t](r,d,o)};return i},R3=function(e){var t=function(i,r){return r=r||{},Array.isArray(i)?i.map(function(d){return t(d,r)}).join(""):e(i,t,r)};return t},hd=function(e,t,i={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var r,d=e.Array||Qt.Array,o=d[t];if(!o)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var s=o,u=function(c,h){return h=h||r,r=h,Array.isArray(c)?s(c,u,h):e[c.type][t](c,u,h)},f=function(c,h){return r=dd(h,i),u(c,r)};return f},Kt=sd(Qt),ud=function(e,t){return t=t||{},t.inline=!1,Kt(e,t)},O3=function(e,t){return t=t||{},t.inline=!0,Kt(e,t)},rd=function(e,t){var i=od.test(e);return t=t||{},t.inline=!i,Kt(e,t)},nd=hd(Qt,"html"),P3=function(e,t){return nd(ud(e,t),t)},L3={defaultRules:Qt,parserFor:sd,outputFor:hd,inlineRegex:ee,blockRegex:ie,anyScopeRegex:Ur,parseInline:Gt,parseBlock:E3,markdownToHtml:P3,defaultBlockParse:ud,defaultInlineParse:O3,defaultImplicitParse:rd,defaultHtmlOutput:nd,preprocess:id,sanitizeText:Ve,sanitizeUrl:Fr,unescapeUrl:Zr,htmlTag:F,defaultRawParse:Kt,ruleOutput:D3,htmlFor:R3,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),rd.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};Gr.default=L3});var Q=B(A=>{"use strict";Object.defineProperty(A,"__esModule",{value:!0});A.GuildNavigationRegex=A.SlashCommandRegex=A.SubtextRegex=A.HeadingRegex=A.TimestampRegex=A.TextRegex=A.StrikeThroughRegex=A.SpoilerRegex=A.EmoticonRegex=A.CodeBlockRegex=A.BlockQuoteRegex=A.HereRegex=A.EveryoneRegex=A.UserMentionRegex=A.RoleMentionRegex=A.EmojiRegex=A.ChannelMentionRegex=void 0;A.ChannelMentionRegex=/^<#(\d{17,20})>/;A.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;A.RoleMentionRegex=/^<@&(\d{17,20})>/;A.UserMentionRegex=/^<@!?(\d{17,20})>/;A.EveryoneRegex=/^@everyone/;A.HereRegex=/^@here/;A.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;A.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;A.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;A.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;A.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;A.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;A.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;A.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;A.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;A.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;A.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var ld=B(Se=>{"use strict";var B3=Se&&Se.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Se,"__esModule",{value:!0});Se.guildNavigation=void 0;var I3=B3(N()),N3=Q();Se.guildNavigation={order:I3.default.defaultRules.strong.order,match:e=>N3.GuildNavigationRegex.exec(e),parse:function(e){var t,i,r;let d=(t=e[2])!==null&&t!==void 0?t:e[3];if(d==="linked-roles"){let o=(r=(i=e[4])===null||i===void 0?void 0:i.slice(1))!==null&&r!==void 0?r:null;return{id:e[1],navigation:d,roleId:o}}else return{id:e[1],navigation:d}}}});var cd=B(De=>{"use strict";var q3=De&&De.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(De,"__esModule",{value:!0});De.slashCommand=void 0;var U3=q3(N()),F3=Q();De.slashCommand={order:U3.default.defaultRules.strong.order,match:e=>F3.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),i={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(i.subcommand=t[1]),t.length===3&&(i.subcommandGroup=t[1],i.subcommand=t[2]),i}}});var fd=B(Re=>{"use strict";var Z3=Re&&Re.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Re,"__esModule",{value:!0});Re.everyone=void 0;var G3=Z3(N()),W3=Q();Re.everyone={order:G3.default.defaultRules.strong.order,match:e=>W3.EveryoneRegex.exec(e),parse:function(){return{}}}});var md=B(Xt=>{"use strict";Object.defineProperty(Xt,"__esModule",{value:!0});Xt.TwemojiRegex=void 0;Xt.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var vd=B(Oe=>{"use strict";var Q3=Oe&&Oe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Oe,"__esModule",{value:!0});Oe.twemoji=void 0;var K3=Q3(N()),X3=md();Oe.twemoji={order:K3.default.defaultRules.strong.order,match:e=>X3.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var pd=B(Pe=>{"use strict";var Y3=Pe&&Pe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Pe,"__esModule",{value:!0});Pe.channel=void 0;var J3=Y3(N()),e8=Q();Pe.channel={order:J3.default.defaultRules.strong.order,match:e=>e8.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var gd=B(Le=>{"use strict";var t8=Le&&Le.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Le,"__esModule",{value:!0});Le.timestamp=void 0;var r8=t8(N()),i8=Q();Le.timestamp={order:r8.default.defaultRules.strong.order,match:e=>i8.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var le=B(Yt=>{"use strict";Object.defineProperty(Yt,"__esModule",{value:!0});Yt.extend=void 0;var d8=(e,t)=>Object.assign({},t,e);Yt.extend=d8});var bd=B(Be=>{"use strict";var s8=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.blockQuote=void 0;var a8=s8(N()),o8=le(),h8=Q();Be.blockQuote=(0,o8.extend)({match:function(e,t,i){return!/^$|\n *$/.test(i)||t.inQuote?null:h8.BlockQuoteRegex.exec(e)},parse:function(e,t,i){let r=e[0],o=!!/^ *>>> ?/.exec(r)?/^ *>>> ?/:/^ *> ?/gm,s=r.replace(o,"");return{content:t(s,Object.assign({},i,{inQuote:!0})),type:"blockQuote"}}},a8.default.defaultRules.blockQuote)});var zd=B(Ie=>{"use strict";var u8=Ie&&Ie.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ie,"__esModule",{value:!0});Ie.strikethrough=void 0;var _d=u8(N()),n8=le(),l8=Q();Ie.strikethrough=(0,n8.extend)({match:_d.default.inlineRegex(l8.StrikeThroughRegex)},_d.default.defaultRules.del)});var xd=B(Ne=>{"use strict";var c8=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.codeBlock=void 0;var yd=c8(N()),f8=le(),m8=Q();Ne.codeBlock=(0,f8.extend)({match:yd.default.inlineRegex(m8.CodeBlockRegex),parse:function(e,t,i){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:i.inQuote||!1}}},yd.default.defaultRules.codeBlock)});var Md=B(qe=>{"use strict";var v8=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.emoji=void 0;var p8=v8(N()),g8=Q();qe.emoji={order:p8.default.defaultRules.strong.order,match:e=>g8.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var wd=B(Ue=>{"use strict";var b8=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.role=void 0;var _8=b8(N()),z8=Q();Ue.role={order:_8.default.defaultRules.strong.order,match:e=>z8.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Hd=B(Fe=>{"use strict";var y8=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.autolink=void 0;var x8=y8(N()),M8=le();Fe.autolink=(0,M8.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},x8.default.defaultRules.autolink)});var $d=B(Ze=>{"use strict";var w8=Ze&&Ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.here=void 0;var H8=w8(N()),$8=Q();Ze.here={order:H8.default.defaultRules.strong.order,match:e=>$8.HereRegex.exec(e),parse:function(){return{}}}});var Td=B(Ge=>{"use strict";var T8=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.emoticon=void 0;var E8=T8(N()),k8=Q();Ge.emoticon={order:E8.default.defaultRules.text.order,match:e=>k8.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var Ed=B(We=>{"use strict";var C8=We&&We.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(We,"__esModule",{value:!0});We.user=void 0;var j8=C8(N()),A8=Q();We.user={order:j8.default.defaultRules.strong.order,match:e=>A8.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var kd=B(Jt=>{"use strict";Object.defineProperty(Jt,"__esModule",{value:!0});Jt.spoiler=void 0;var V8=Q();Jt.spoiler={order:0,match:e=>V8.SpoilerRegex.exec(e),parse:function(e,t,i){return{content:t(e[1],i)}}}});var Cd=B(Qe=>{"use strict";var S8=Qe&&Qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Qe,"__esModule",{value:!0});Qe.heading=void 0;var D8=S8(N()),R8=le(),O8=Q();Qe.heading=(0,R8.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?O8.HeadingRegex.exec(e):null}},D8.default.defaultRules.heading)});var jd=B(Ke=>{"use strict";var P8=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.subtext=void 0;var L8=P8(N()),B8=Q();Ke.subtext={order:L8.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?B8.SubtextRegex.exec(e):null},parse:function(e,t,i){return{content:t(e[1],i)}}}});var Ad=B(Xe=>{"use strict";var I8=Xe&&Xe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Xe,"__esModule",{value:!0});Xe.text=void 0;var N8=I8(N()),q8=le(),U8=Q();Xe.text=(0,q8.extend)({match:e=>U8.TextRegex.exec(e)},N8.default.defaultRules.text)});var Vd=B(Ye=>{"use strict";var F8=Ye&&Ye.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ye,"__esModule",{value:!0});Ye.url=void 0;var Z8=F8(N()),G8=le();Ye.url=(0,G8.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Z8.default.defaultRules.url)});var Dd=B(Je=>{"use strict";var W8=Je&&Je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Je,"__esModule",{value:!0});Je.em=void 0;var Q8=le(),Sd=W8(N());Je.em=(0,Q8.extend)({parse:function(e,t,i){let r=Sd.default.defaultRules.em.parse(e,t,Object.assign({},i,{inEmphasis:!0}));return i.inEmphasis?r.content:r}},Sd.default.defaultRules.em)});var Od=B(et=>{"use strict";var K8=et&&et.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(et,"__esModule",{value:!0});et.br=void 0;var Rd=K8(N()),X8=le();et.br=(0,X8.extend)({match:Rd.default.anyScopeRegex(/^\n/)},Rd.default.defaultRules.br)});var Ld=B(J=>{"use strict";var Y8=J&&J.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(J,"__esModule",{value:!0});J.rulesExtended=J.rules=J.SimpleMarkdown=void 0;J.parse=Pd;var pe=Y8(N());J.SimpleMarkdown=pe.default;var J8=ld(),es=cd(),ts=fd(),rs=vd(),is=pd(),ds=gd(),ss=bd(),as=zd(),os=xd(),hs=Md(),us=wd(),ns=Hd(),ls=$d(),cs=Td(),fs=Ed(),ms=kd(),vs=Cd(),ps=jd(),gs=Ad(),bs=Vd(),_s=Dd(),zs=Od();J.rules={blockQuote:ss.blockQuote,codeBlock:os.codeBlock,newline:pe.default.defaultRules.newline,escape:pe.default.defaultRules.escape,autolink:ns.autolink,url:bs.url,em:_s.em,strong:pe.default.defaultRules.strong,underline:pe.default.defaultRules.u,strikethrough:as.strikethrough,inlineCode:pe.default.defaultRules.inlineCode,text:gs.text,emoticon:cs.emoticon,br:zs.br,spoiler:ms.spoiler,heading:vs.heading,subtext:ps.subtext,user:fs.user,channel:is.channel,role:us.role,emoji:hs.emoji,everyone:ts.everyone,here:ls.here,twemoji:rs.twemoji,timestamp:ds.timestamp,slashCommand:es.slashCommand,guildNavigation:J8.guildNavigation};J.rulesExtended=Object.assign(Object.assign({},J.rules),{link:pe.default.defaultRules.link});var ys=pe.default.parserFor(J.rules),xs=pe.default.parserFor(J.rulesExtended);function Pd(e,t="normal"){return t==="normal"?ys(e,{inline:!0}):xs(e,{inline:!0})}J.default=Pd});var jt=globalThis,At=jt.ShadowRoot&&(jt.ShadyCSS===void 0||jt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,kr=Symbol(),ki=new WeakMap,ft=class{constructor(t,i,r){if(this._$cssResult$=!0,r!==kr)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=i}get styleSheet(){let t=this.o,i=this.t;if(At&&t===void 0){let r=i!==void 0&&i.length===1;r&&(t=ki.get(i)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&ki.set(i,t))}return t}toString(){return this.cssText}},Ci=e=>new ft(typeof e=="string"?e:e+"",void 0,kr),V=(e,...t)=>{let i=e.length===1?e[0]:t.reduce((r,d,o)=>r+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(d)+e[o+1],e[0]);return new ft(i,e,kr)},ji=(e,t)=>{if(At)e.adoptedStyleSheets=t.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of t){let r=document.createElement("style"),d=jt.litNonce;d!==void 0&&r.setAttribute("nonce",d),r.textContent=i.cssText,e.appendChild(r)}},Cr=At?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let i="";for(let r of t.cssRules)i+=r.cssText;return Ci(i)})(e):e;var{is:Jd,defineProperty:e3,getOwnPropertyDescriptor:t3,getOwnPropertyNames:r3,getOwnPropertySymbols:i3,getPrototypeOf:d3}=Object,Vt=globalThis,Ai=Vt.trustedTypes,s3=Ai?Ai.emptyScript:"",a3=Vt.reactiveElementPolyfillSupport,mt=(e,t)=>e,vt={toAttribute(e,t){switch(t){case Boolean:e=e?s3:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let i=e;switch(t){case Boolean:i=e!==null;break;case Number:i=e===null?null:Number(e);break;case Object:case Array:try{i=JSON.parse(e)}catch{i=null}}return i}},St=(e,t)=>!Jd(e,t),Vi={attribute:!0,type:String,converter:vt,reflect:!1,useDefault:!1,hasChanged:St};Symbol.metadata??=Symbol("metadata"),Vt.litPropertyMetadata??=new WeakMap;var me=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,i=Vi){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(t,i),!i.noAccessor){let r=Symbol(),d=this.getPropertyDescriptor(t,r,i);d!==void 0&&e3(this.prototype,t,d)}}static getPropertyDescriptor(t,i,r){let{get:d,set:o}=t3(this.prototype,t)??{get(){return this[i]},set(s){this[i]=s}};return{get:d,set(s){let u=d?.call(this);o?.call(this,s),this.requestUpdate(t,u,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??Vi}static _$Ei(){if(this.hasOwnProperty(mt("elementProperties")))return;let t=d3(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(mt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(mt("properties"))){let i=this.properties,r=[...r3(i),...i3(i)];for(let d of r)this.createProperty(d,i[d])}let t=this[Symbol.metadata];if(t!==null){let i=litPropertyMetadata.get(t);if(i!==void 0)for(let[r,d]of i)this.elementProperties.set(r,d)}this._$Eh=new Map;for(let[i,r]of this.elementProperties){let d=this._$Eu(i,r);d!==void 0&&this._$Eh.set(d,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let i=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let d of r)i.unshift(Cr(d))}else t!==void 0&&i.push(Cr(t));return i}static _$Eu(t,i){let r=i.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,i=this.constructor.elementProperties;for(let r of i.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ji(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,i,r){this._$AK(t,r)}_$ET(t,i){let r=this.constructor.elementProperties.get(t),d=this.constructor._$Eu(t,r);if(d!==void 0&&r.reflect===!0){let o=(r.converter?.toAttribute!==void 0?r.converter:vt).toAttribute(i,r.type);this._$Em=t,o==null?this.removeAttribute(d):this.setAttribute(d,o),this._$Em=null}}_$AK(t,i){let r=this.constructor,d=r._$Eh.get(t);if(d!==void 0&&this._$Em!==d){let o=r.getPropertyOptions(d),s=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:vt;this._$Em=d;let u=s.fromAttribute(i,o.type);this[d]=u??this._$Ej?.get(d)??u,this._$Em=null}}requestUpdate(t,i,r,d=!1,o){if(t!==void 0){let s=this.constructor;if(d===!1&&(o=this[t]),r??=s.getPropertyOptions(t),!((r.hasChanged??St)(o,i)||r.useDefault&&r.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(s._$Eu(t,r))))return;this.C(t,i,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,i,{useDefault:r,reflect:d,wrapped:o},s){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,s??i??this[t]),o!==!0||s!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(i=void 0),this._$AL.set(t,i)),d===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[d,o]of this._$Ep)this[d]=o;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[d,o]of r){let{wrapped:s}=o,u=this[d];s!==!0||this._$AL.has(d)||u===void 0||this.C(d,void 0,o,u)}}let t=!1,i=this._$AL;try{t=this.shouldUpdate(i),t?(this.willUpdate(i),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(i)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(i)}willUpdate(t){}_$AE(t){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(i=>this._$ET(i,this[i])),this._$EM()}updated(t){}firstUpdated(t){}};me.elementStyles=[],me.shadowRootOptions={mode:"open"},me[mt("elementProperties")]=new Map,me[mt("finalized")]=new Map,a3?.({ReactiveElement:me}),(Vt.reactiveElementVersions??=[]).push("2.1.2");var Ar=globalThis,Si=e=>e,Dt=Ar.trustedTypes,Di=Dt?Dt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Vr="$lit$",ve=`lit$${Math.random().toFixed(9).slice(2)}$`,Sr="?"+ve,o3=`<${Sr}>`,we=document,gt=()=>we.createComment(""),bt=e=>e===null||typeof e!="object"&&typeof e!="function",Dr=Array.isArray,Ii=e=>Dr(e)||typeof e?.[Symbol.iterator]=="function",jr=`[ 	
\f\r]`,pt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ri=/-->/g,Oi=/>/g,xe=RegExp(`>|${jr}(?:([^\\s"'>=/]+)(${jr}*=${jr}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Pi=/'/g,Li=/"/g,Ni=/^(?:script|style|textarea|title)$/i,Rr=e=>(t,...i)=>({_$litType$:e,strings:t,values:i}),p=Rr(1),y=Rr(2),Ja=Rr(3),U=Symbol.for("lit-noChange"),R=Symbol.for("lit-nothing"),Bi=new WeakMap,Me=we.createTreeWalker(we,129);function qi(e,t){if(!Dr(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Di!==void 0?Di.createHTML(t):t}var Ui=(e,t)=>{let i=e.length-1,r=[],d,o=t===2?"<svg>":t===3?"<math>":"",s=pt;for(let u=0;u<i;u++){let f=e[u],c,h,a=-1,_=0;for(;_<f.length&&(s.lastIndex=_,h=s.exec(f),h!==null);)_=s.lastIndex,s===pt?h[1]==="!--"?s=Ri:h[1]!==void 0?s=Oi:h[2]!==void 0?(Ni.test(h[2])&&(d=RegExp("</"+h[2],"g")),s=xe):h[3]!==void 0&&(s=xe):s===xe?h[0]===">"?(s=d??pt,a=-1):h[1]===void 0?a=-2:(a=s.lastIndex-h[2].length,c=h[1],s=h[3]===void 0?xe:h[3]==='"'?Li:Pi):s===Li||s===Pi?s=xe:s===Ri||s===Oi?s=pt:(s=xe,d=void 0);let v=s===xe&&e[u+1].startsWith("/>")?" ":"";o+=s===pt?f+o3:a>=0?(r.push(c),f.slice(0,a)+Vr+f.slice(a)+ve+v):f+ve+(a===-2?u:v)}return[qi(e,o+(e[i]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},_t=class e{constructor({strings:t,_$litType$:i},r){let d;this.parts=[];let o=0,s=0,u=t.length-1,f=this.parts,[c,h]=Ui(t,i);if(this.el=e.createElement(c,r),Me.currentNode=this.el.content,i===2||i===3){let a=this.el.content.firstChild;a.replaceWith(...a.childNodes)}for(;(d=Me.nextNode())!==null&&f.length<u;){if(d.nodeType===1){if(d.hasAttributes())for(let a of d.getAttributeNames())if(a.endsWith(Vr)){let _=h[s++],v=d.getAttribute(a).split(ve),g=/([.?@])?(.*)/.exec(_);f.push({type:1,index:o,name:g[2],strings:v,ctor:g[1]==="."?Ot:g[1]==="?"?Pt:g[1]==="@"?Lt:$e}),d.removeAttribute(a)}else a.startsWith(ve)&&(f.push({type:6,index:o}),d.removeAttribute(a));if(Ni.test(d.tagName)){let a=d.textContent.split(ve),_=a.length-1;if(_>0){d.textContent=Dt?Dt.emptyScript:"";for(let v=0;v<_;v++)d.append(a[v],gt()),Me.nextNode(),f.push({type:2,index:++o});d.append(a[_],gt())}}}else if(d.nodeType===8)if(d.data===Sr)f.push({type:2,index:o});else{let a=-1;for(;(a=d.data.indexOf(ve,a+1))!==-1;)f.push({type:7,index:o}),a+=ve.length-1}o++}}static createElement(t,i){let r=we.createElement("template");return r.innerHTML=t,r}};function He(e,t,i=e,r){if(t===U)return t;let d=r!==void 0?i._$Co?.[r]:i._$Cl,o=bt(t)?void 0:t._$litDirective$;return d?.constructor!==o&&(d?._$AO?.(!1),o===void 0?d=void 0:(d=new o(e),d._$AT(e,i,r)),r!==void 0?(i._$Co??=[])[r]=d:i._$Cl=d),d!==void 0&&(t=He(e,d._$AS(e,t.values),d,r)),t}var Rt=class{constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:i},parts:r}=this._$AD,d=(t?.creationScope??we).importNode(i,!0);Me.currentNode=d;let o=Me.nextNode(),s=0,u=0,f=r[0];for(;f!==void 0;){if(s===f.index){let c;f.type===2?c=new ke(o,o.nextSibling,this,t):f.type===1?c=new f.ctor(o,f.name,f.strings,this,t):f.type===6&&(c=new Bt(o,this,t)),this._$AV.push(c),f=r[++u]}s!==f?.index&&(o=Me.nextNode(),s++)}return Me.currentNode=we,d}p(t){let i=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,i),i+=r.strings.length-2):r._$AI(t[i])),i++}},ke=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,r,d){this.type=2,this._$AH=R,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=r,this.options=d,this._$Cv=d?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,i=this._$AM;return i!==void 0&&t?.nodeType===11&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=He(this,t,i),bt(t)?t===R||t==null||t===""?(this._$AH!==R&&this._$AR(),this._$AH=R):t!==this._$AH&&t!==U&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Ii(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==R&&bt(this._$AH)?this._$AA.nextSibling.data=t:this.T(we.createTextNode(t)),this._$AH=t}$(t){let{values:i,_$litType$:r}=t,d=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=_t.createElement(qi(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===d)this._$AH.p(i);else{let o=new Rt(d,this),s=o.u(this.options);o.p(i),this.T(s),this._$AH=o}}_$AC(t){let i=Bi.get(t.strings);return i===void 0&&Bi.set(t.strings,i=new _t(t)),i}k(t){Dr(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,r,d=0;for(let o of t)d===i.length?i.push(r=new e(this.O(gt()),this.O(gt()),this,this.options)):r=i[d],r._$AI(o),d++;d<i.length&&(this._$AR(r&&r._$AB.nextSibling,d),i.length=d)}_$AR(t=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);t!==this._$AB;){let r=Si(t).nextSibling;Si(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},$e=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,r,d,o){this.type=1,this._$AH=R,this._$AN=void 0,this.element=t,this.name=i,this._$AM=d,this.options=o,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=R}_$AI(t,i=this,r,d){let o=this.strings,s=!1;if(o===void 0)t=He(this,t,i,0),s=!bt(t)||t!==this._$AH&&t!==U,s&&(this._$AH=t);else{let u=t,f,c;for(t=o[0],f=0;f<o.length-1;f++)c=He(this,u[r+f],i,f),c===U&&(c=this._$AH[f]),s||=!bt(c)||c!==this._$AH[f],c===R?t=R:t!==R&&(t+=(c??"")+o[f+1]),this._$AH[f]=c}s&&!d&&this.j(t)}j(t){t===R?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Ot=class extends $e{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===R?void 0:t}},Pt=class extends $e{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==R)}},Lt=class extends $e{constructor(t,i,r,d,o){super(t,i,r,d,o),this.type=5}_$AI(t,i=this){if((t=He(this,t,i,0)??R)===U)return;let r=this._$AH,d=t===R&&r!==R||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,o=t!==R&&(r===R||d);d&&this.element.removeEventListener(this.name,this,r),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Bt=class{constructor(t,i,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){He(this,t)}},Fi={M:Vr,P:ve,A:Sr,C:1,L:Ui,R:Rt,D:Ii,V:He,I:ke,H:$e,N:Pt,U:Lt,B:Ot,F:Bt},h3=Ar.litHtmlPolyfillSupport;h3?.(_t,ke),(Ar.litHtmlVersions??=[]).push("3.3.3");var Or=(e,t,i)=>{let r=i?.renderBefore??t,d=r._$litPart$;if(d===void 0){let o=i?.renderBefore??null;r._$litPart$=d=new ke(t.insertBefore(gt(),o),o,void 0,i??{})}return d._$AI(e),d};var Pr=globalThis,j=class extends me{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Or(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return U}};j._$litElement$=!0,j.finalized=!0,Pr.litElementHydrateSupport?.({LitElement:j});var u3=Pr.litElementPolyfillSupport;u3?.({LitElement:j});(Pr.litElementVersions??=[]).push("4.2.2");var te={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},K=e=>(...t)=>({_$litDirective$:e,values:t}),Y=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,i,r){this._$Ct=t,this._$AM=i,this._$Ci=r}_$AS(t,i){return this.update(t,i)}update(t,i){return this.render(...i)}};var ne=K(class extends Y{constructor(e){if(super(e),e.type!==te.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(r=>r!=="")));for(let r in t)t[r]&&!this.nt?.has(r)&&this.st.add(r);return this.render(t)}let i=e.element.classList;for(let r of this.st)r in t||(i.remove(r),this.st.delete(r));for(let r in t){let d=!!t[r];d===this.st.has(r)||this.nt?.has(r)||(d?(i.add(r),this.st.add(r)):(i.remove(r),this.st.delete(r)))}return U}});var n3={},l3=K(class extends Y{constructor(){super(...arguments),this.ot=n3}render(e,t){return t()}update(e,[t,i]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((r,d)=>r===this.ot[d]))return U}else if(this.ot===t)return U;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,i)}});var P=e=>e??R;var{I:c3}=Fi,Zi=e=>e;var It=e=>e.strings===void 0,Gi=()=>document.createComment(""),Ce=(e,t,i)=>{let r=e._$AA.parentNode,d=t===void 0?e._$AB:t._$AA;if(i===void 0){let o=r.insertBefore(Gi(),d),s=r.insertBefore(Gi(),d);i=new c3(o,s,e,e.options)}else{let o=i._$AB.nextSibling,s=i._$AM,u=s!==e;if(u){let f;i._$AQ?.(e),i._$AM=e,i._$AP!==void 0&&(f=e._$AU)!==s._$AU&&i._$AP(f)}if(o!==d||u){let f=i._$AA;for(;f!==o;){let c=Zi(f).nextSibling;Zi(r).insertBefore(f,d),f=c}}}return i},ze=(e,t,i=e)=>(e._$AI(t,i),e),f3={},je=(e,t=f3)=>e._$AH=t,Wi=e=>e._$AH,Nt=e=>{e._$AR(),e._$AA.remove()};var m3=K(class extends Y{constructor(){super(...arguments),this.key=R}render(e,t){return this.key=e,t}update(e,[t,i]){return t!==this.key&&(je(e),this.key=t),i}});var v3=K(class extends Y{constructor(e){if(super(e),e.type!==te.PROPERTY&&e.type!==te.ATTRIBUTE&&e.type!==te.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!It(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===U||t===R)return t;let i=e.element,r=e.name;if(e.type===te.PROPERTY){if(t===i[r])return U}else if(e.type===te.BOOLEAN_ATTRIBUTE){if(!!t===i.hasAttribute(r))return U}else if(e.type===te.ATTRIBUTE&&i.getAttribute(r)===t+"")return U;return je(e),t}});var zt=(e,t)=>{let i=e._$AN;if(i===void 0)return!1;for(let r of i)r._$AO?.(t,!1),zt(r,t);return!0},qt=e=>{let t,i;do{if((t=e._$AM)===void 0)break;i=t._$AN,i.delete(e),e=t}while(i?.size===0)},Qi=e=>{for(let t;t=e._$AM;e=t){let i=t._$AN;if(i===void 0)t._$AN=i=new Set;else if(i.has(e))break;i.add(e),b3(t)}};function p3(e){this._$AN!==void 0?(qt(this),this._$AM=e,Qi(this)):this._$AM=e}function g3(e,t=!1,i=0){let r=this._$AH,d=this._$AN;if(d!==void 0&&d.size!==0)if(t)if(Array.isArray(r))for(let o=i;o<r.length;o++)zt(r[o],!1),qt(r[o]);else r!=null&&(zt(r,!1),qt(r));else zt(this,e)}var b3=e=>{e.type==te.CHILD&&(e._$AP??=g3,e._$AQ??=p3)},Ae=class extends Y{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,i,r){super._$AT(t,i,r),Qi(this),this.isConnected=t._$AU}_$AO(t,i=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),i&&(zt(this,t),qt(this))}setValue(t){if(It(this._$Ct))this._$Ct._$AI(t,this);else{let i=[...this._$Ct._$AH];i[this._$Ci]=t,this._$Ct._$AI(i,this,0)}}disconnected(){}reconnected(){}};var _3=()=>new Br,Br=class{},Lr=new WeakMap,z3=K(class extends Ae{render(e){return R}update(e,[t]){let i=t!==this.G;return i&&this.rt(void 0),(i||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),R}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,i=Lr.get(t);i===void 0&&(i=new WeakMap,Lr.set(t,i)),i.get(this.G)!==void 0&&this.G.call(this.ht,void 0),i.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?Lr.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var Ki=(e,t,i)=>{let r=new Map;for(let d=t;d<=i;d++)r.set(e[d],d);return r},y3=K(class extends Y{constructor(e){if(super(e),e.type!==te.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,i){let r;i===void 0?i=t:t!==void 0&&(r=t);let d=[],o=[],s=0;for(let u of e)d[s]=r?r(u,s):s,o[s]=i(u,s),s++;return{values:o,keys:d}}render(e,t,i){return this.dt(e,t,i).values}update(e,[t,i,r]){let d=Wi(e),{values:o,keys:s}=this.dt(t,i,r);if(!Array.isArray(d))return this.ut=s,o;let u=this.ut??=[],f=[],c,h,a=0,_=d.length-1,v=0,g=o.length-1;for(;a<=_&&v<=g;)if(d[a]===null)a++;else if(d[_]===null)_--;else if(u[a]===s[v])f[v]=ze(d[a],o[v]),a++,v++;else if(u[_]===s[g])f[g]=ze(d[_],o[g]),_--,g--;else if(u[a]===s[g])f[g]=ze(d[a],o[g]),Ce(e,f[g+1],d[a]),a++,g--;else if(u[_]===s[v])f[v]=ze(d[_],o[v]),Ce(e,d[a],d[_]),_--,v++;else if(c===void 0&&(c=Ki(s,v,g),h=Ki(u,a,_)),c.has(u[a]))if(c.has(u[_])){let l=h.get(s[v]),n=l!==void 0?d[l]:null;if(n===null){let b=Ce(e,d[a]);ze(b,o[v]),f[v]=b}else f[v]=ze(n,o[v]),Ce(e,d[a],n),d[l]=null;v++}else Nt(d[_]),_--;else Nt(d[a]),a++;for(;v<=g;){let l=Ce(e,f[g+1]);ze(l,o[v]),f[v++]=l}for(;a<=_;){let l=d[a++];l!==null&&Nt(l)}return this.ut=s,je(e,f),U}});var Ir=class extends Y{#e=new Set;render(){return U}update(t,[i]){let{style:r}=t.element;for(let d of this.#e)i[d]==null&&(this.#e.delete(d),Xi(r,d,null));for(let[d,o]of Object.entries(i))o!=null&&(this.#e.add(d),Xi(r,d,o));return U}};function Xi(e,t,i){t.includes("-")?i==null?e.removeProperty(t):e.setProperty(t,i):e[t]=i??""}var Nr=K(Ir);var Fd=Yd(Ld(),1);var S=e=>(t,i)=>{i!==void 0?i.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var Ms={attribute:!0,type:String,converter:vt,reflect:!1,hasChanged:St},ws=(e=Ms,t,i)=>{let{kind:r,metadata:d}=i,o=globalThis.litPropertyMetadata.get(d);if(o===void 0&&globalThis.litPropertyMetadata.set(d,o=new Map),r==="setter"&&((e=Object.create(e)).wrapped=!0),o.set(i.name,e),r==="accessor"){let{name:s}=i;return{set(u){let f=t.get.call(this);t.set.call(this,u),this.requestUpdate(s,f,e,!0,u)},init(u){return u!==void 0&&this.C(s,void 0,e,u),u}}}if(r==="setter"){let{name:s}=i;return function(u){let f=this[s];t.call(this,u),this.requestUpdate(s,f,e,!0,u)}}throw Error("Unsupported decorator location: "+r)};function H(e){return(t,i)=>typeof i=="object"?ws(e,t,i):((r,d,o)=>{let s=d.hasOwnProperty(o);return d.constructor.createProperty(o,r),s?Object.getOwnPropertyDescriptor(d,o):void 0})(e,t,i)}var Hs=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},$s=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Ts=(()=>{let e=[S("discord-attachments")],t,i=[],r,d=j;var o=class extends d{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;Hs(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),o=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=V`
		:host {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			text-indent: 0;
			min-height: 0;
			min-width: 0;
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
			position: relative;
		}

		:host > * {
			justify-self: start;
			-ms-flex-item-align: start;
			align-self: start;
		}
	`;render(){return p`<slot></slot>`}static{$s(r,i)}};return o=r})();var ye=class extends Event{constructor(t,i,r,d){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i,this.callback=r,this.subscribe=d??!1}};var tt=class{constructor(t,i,r,d){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(o,s)=>{this.unsubscribe&&(this.unsubscribe!==s&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=o,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(o,s)),this.unsubscribe=s},this.host=t,i.context!==void 0){let o=i;this.context=o.context,this.callback=o.callback,this.subscribe=o.subscribe??!1}else this.context=i,this.callback=r,this.subscribe=d??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new ye(this.context,this.host,this.t,this.subscribe))}};var tr=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,i=!1){let r=i||!Object.is(t,this.o);this.o=t,r&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[i,{disposer:r}]of this.subscriptions)i(this.o,r)},t!==void 0&&(this.value=t)}addCallback(t,i,r){if(!r)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:i});let{disposer:d}=this.subscriptions.get(t);t(this.value,d)}clearCallbacks(){this.subscriptions.clear()}};var Wr=class extends Event{constructor(t,i){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i}},rt=class extends tr{constructor(t,i,r){super(i.context!==void 0?i.initialValue:r),this.onContextRequest=d=>{if(d.context!==this.context)return;let o=d.contextTarget??d.composedPath()[0];o!==this.host&&(d.stopPropagation(),this.addCallback(d.callback,o,d.subscribe))},this.onProviderRequest=d=>{if(d.context!==this.context||(d.contextTarget??d.composedPath()[0])===this.host)return;let o=new Set;for(let[s,{consumerHost:u}]of this.subscriptions)o.has(s)||(o.add(s),u.dispatchEvent(new ye(this.context,u,s,!0)));d.stopPropagation()},this.host=t,i.context!==void 0?this.context=i.context:this.context=i,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new Wr(this.context,this.host))}};function yt({context:e}){return(t,i)=>{let r=new WeakMap;if(typeof i=="object")return{get(){return t.get.call(this)},set(d){return r.get(this).setValue(d),t.set.call(this,d)},init(d){return r.set(this,new rt(this,{context:e,initialValue:d})),d}};{t.constructor.addInitializer((s=>{r.set(s,new rt(s,{context:e}))}));let d=Object.getOwnPropertyDescriptor(t,i),o;if(d===void 0){let s=new WeakMap;o={get(){return s.get(this)},set(u){r.get(this).setValue(u),s.set(this,u)},configurable:!0,enumerable:!0}}else{let s=d.set;o={...d,set(u){r.get(this).setValue(u),s?.call(this,u)}}}return void Object.defineProperty(t,i,o)}}}function q({context:e,subscribe:t}){return(i,r)=>{typeof r=="object"?r.addInitializer((function(){new tt(this,{context:e,callback:d=>{i.set.call(this,d)},subscribe:t})})):i.constructor.addInitializer((d=>{new tt(d,{context:e,callback:o=>{d[r]=o},subscribe:t})}))}}function G(e,t,i){return e?t(e):i?.(e)}var Qr=class extends Ae{host;element;prevData={};eventData={};render(t){return R}update(t,[i]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(i),this.groom(i),this.prevData={...i}}apply(t){if(!t)return;let{prevData:i,element:r}=this;for(let[d,o]of Object.entries(t)){if(o===i[d])continue;let s=d.slice(1);switch(d[0]){case"@":this.eventData[s]=o,this.applyEvent(s,o);break;case".":r[s]=o;break;case"?":o?r.setAttribute(s,""):r.removeAttribute(s);break;default:o===null?r.removeAttribute(d):r.setAttribute(d,String(o));break}}}groom(t){let{prevData:i,element:r}=this;if(i)for(let[d,o]of Object.entries(i)){let s=d.slice(1);if(!t||!(d in t)&&r[s]===o)switch(d[0]){case"@":this.groomEvent(s,o);break;case".":r[s]=void 0;break;case"?":r.removeAttribute(s);break;default:r.removeAttribute(d);break}}}applyEvent(t,i){let{prevData:r,element:d}=this;this.eventData[t]=i,r[t]&&d.removeEventListener(t,this,i),d.addEventListener(t,this,i)}groomEvent(t,i){let{element:r}=this;Reflect.deleteProperty(this.eventData,t),r.removeEventListener(t,this,i)}handleEvent(t){let i=this.eventData[t.type];typeof i=="function"?i.call(this.host,t):i.handleEvent(t)}disconnected(){let{eventData:t,element:i}=this;for(let[r,d]of Object.entries(t)){let o=r.slice(1);i.removeEventListener(o,this,d)}}reconnected(){let{eventData:t,element:i}=this;for(let[r,d]of Object.entries(t)){let o=r.slice(1);i.addEventListener(o,this,d)}}},x=K(Qr);var ks=y`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function rr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ks}
	</svg>`}var Cs=y`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function ir(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Cs}
	</svg>`}var js=y`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function dr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${js}
	</svg>`}var As=y`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function sr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${As}
	</svg>`}var Vs=y`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function ar(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Vs}
	</svg>`}var Ss=y`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function or(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ss}
	</svg>`}var Ds=y`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function hr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ds}
	</svg>`}var Rs=y`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function ur(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Rs}
	</svg>`}var Os=y`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function nr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Os}
	</svg>`}var Ps=y`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function lr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ps}
	</svg>`}var Ls=y`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function cr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ls}
	</svg>`}var Bs=y`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function fr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Bs}
	</svg>`}var Is=y`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function mr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Is}
	</svg>`}var Ns=y`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function vr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ns}
	</svg>`}var qs=y`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function pr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${qs}
	</svg>`}var Us=y`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function gr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Us}
	</svg>`}var Fs=y`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function br(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Fs}
	</svg>`}var Zs=y`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function _r(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Zs}
	</svg>`}var Gs=y`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function zr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Gs}
	</svg>`}var Ws=y`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function yr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ws}
	</svg>`}var Qs=y`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function xr(e={}){return p`<svg
		${x(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qs}
	</svg>`}var Ks=globalThis.$discordMessage??{};function Te(){return Ks}var Kr={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},Xr=Te().avatars??{},Vl=Object.assign(Kr,Xr,{default:Kr[Xr.default]??Xr.default??Kr.blue}),Sl=Te().profiles??{},Bd=Te().defaultTheme==="light"?"light":"dark",Id=Te().defaultMode==="compact"?"compact":"cozy",Nd=Te().defaultBackground==="none"?"none":"discord",Xs=new Map([["heart",or()],["crystal",rr()],["diamond",ir()],["explosion",dr()],["flame",sr()],["flower",ar()],["key",hr()],["leaf",ur()],["lightning",nr()],["magic",lr()],["moon",cr()],["mushroom",fr()],["mythical",mr()],["ornament",vr()],["plasma",pr()],["rock",gr()],["shell",br()],["skull",_r()],["sun",zr()],["sword",yr()],["water",xr()]]);var Ys=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),Js=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),ea=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),ta=e=>e instanceof Date?Ys.format(e):e,ra=(e,t=!1)=>e instanceof Date?t?ea.format(e):Js.format(e):e;function xt(e,t=!1,i=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?ra(e,i):ta(e)}var ia=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function it(e){let t=Te().emojis?.[e];if(t)return t;let i=ia.exec(e);if(i?.groups){let{name:r,id:d,animated:o}=i.groups;return{name:r,url:`https://cdn.discordapp.com/emojis/${d}.${o?"gif":"png"}`}}}var dt=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},se=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},ql=(()=>{let e=[S("discord-custom-emoji")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[];var k=class extends d{static{r=this}static{let z=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H()],f=[H()],a=[H({attribute:!1})],g=[H({type:Boolean,attribute:"embed-emoji"})],b=[H({type:Boolean,attribute:"jumbo"})],dt(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:m=>"name"in m,get:m=>m.name,set:(m,T)=>{m.name=T}},metadata:z},s,u),dt(this,null,f,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:m=>"url"in m,get:m=>m.url,set:(m,T)=>{m.url=T}},metadata:z},c,h),dt(this,null,a,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:m=>"customEmojisMap"in m,get:m=>m.customEmojisMap,set:(m,T)=>{m.customEmojisMap=T}},metadata:z},_,v),dt(this,null,g,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:m=>"embedEmoji"in m,get:m=>m.embedEmoji,set:(m,T)=>{m.embedEmoji=T}},metadata:z},l,n),dt(this,null,b,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:m=>"jumbo"in m,get:m=>m.jumbo,set:(m,T)=>{m.jumbo=T}},metadata:z},$,w),dt(null,t={value:r},e,{kind:"class",name:r.name,metadata:z},null,i),k=r=t.value,z&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:z})}static styles=V`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=se(this,s,void 0);get name(){return this.#e}set name(z){this.#e=z}#t=(se(this,u),se(this,c,void 0));get url(){return this.#t}set url(z){this.#t=z}#r=(se(this,h),se(this,_,{}));get customEmojisMap(){return this.#r}set customEmojisMap(z){this.#r=z}#i=(se(this,v),se(this,l,void 0));get embedEmoji(){return this.#i}set embedEmoji(z){this.#i=z}#d=(se(this,n),se(this,$,void 0));get jumbo(){return this.#d}set jumbo(z){this.#d=z}willUpdate(){if(!this.url&&this.name){let z=it(this.name)??this.customEmojisMap[this.name];z&&(this.url??=z.url??"",this.embedEmoji??=z.embedEmoji??!1)}}render(){let z=`:${this.name}:`;return p`<span
			class=${ne({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${z}
				src=${P(this.url)}
				alt=${z}
				draggable="false"
				class=${ne({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),se(this,w)}static{se(r,i)}};return k=r})();var da=y`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function Mt(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${da}
	</svg>`}var sa=y`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function wt(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sa}
	</svg>`}var aa=y`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function Ht(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${aa}
	</svg>`}var oa=y`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function $t(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oa}
	</svg>`}var ha=y`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function Tt(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ha}
	</svg>`}var st=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},ae=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Z="light-theme",Yr="compact-mode",ua="no-background",g4=(()=>{let e=[S("discord-messages")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[];var k=class extends d{static{r=this}static{let z=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[yt({context:Z}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],f=[yt({context:ua}),H({type:Boolean,reflect:!0,attribute:"no-background"})],a=[yt({context:Yr}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],g=[H({reflect:!0,attribute:"channel-type"})],b=[H({reflect:!0,attribute:"channel-name"})],st(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,T)=>{m.lightTheme=T}},metadata:z},s,u),st(this,null,f,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:m=>"noBackground"in m,get:m=>m.noBackground,set:(m,T)=>{m.noBackground=T}},metadata:z},c,h),st(this,null,a,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:m=>"compactMode"in m,get:m=>m.compactMode,set:(m,T)=>{m.compactMode=T}},metadata:z},_,v),st(this,null,g,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:m=>"channelType"in m,get:m=>m.channelType,set:(m,T)=>{m.channelType=T}},metadata:z},l,n),st(this,null,b,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:m=>"channelName"in m,get:m=>m.channelName,set:(m,T)=>{m.channelName=T}},metadata:z},$,w),st(null,t={value:r},e,{kind:"class",name:r.name,metadata:z},null,i),k=r=t.value,z&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:z})}static styles=V`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=ae(this,s,!1);get lightTheme(){return this.#e}set lightTheme(z){this.#e=z}#t=(ae(this,u),ae(this,c,!1));get noBackground(){return this.#t}set noBackground(z){this.#t=z}#r=(ae(this,h),ae(this,_,!1));get compactMode(){return this.#r}set compactMode(z){this.#r=z}#i=(ae(this,v),ae(this,l,void 0));get channelType(){return this.#i}set channelType(z){this.#i=z}#d=(ae(this,n),ae(this,$,void 0));get channelName(){return this.#d}set channelName(z){this.#d=z}connectedCallback(){super.connectedCallback(),(this.lightTheme||Bd==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||Id==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||Nd==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let z;switch(this.channelType){case"text":z=p`${wt()}`;break;case"voice":z=p`${Tt()}`;break;case"locked":z=p`${$t()}`;break;case"thread":z=p`${Ht()}`;break;case"forum":z=p`${Mt()}`;break}return p`
			${G(this.channelType&&this.channelName,()=>p`<div class="discord-channel-header">
						<div class="discord-channel-icon">${z}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),ae(this,w)}static{ae(r,i)}};return k=r})();var re=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},I=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},na=(()=>{let e=[S("discord-embed")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[],k,z=[],m=[],T,de=[],ce=[],fe,ut=[],nt=[],lt,D=[],E=[],W,_i=[],zi=[],yi,xi=[],Mi=[],wi,Hi=[],$i=[];var Ti=class extends d{static{r=this}static{let C=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H()],f=[H({attribute:"author-name"})],a=[H({attribute:"author-image"})],g=[H({attribute:"author-url"})],b=[H({attribute:"embed-title"})],k=[H({attribute:!1})],T=[H()],fe=[H()],lt=[H()],W=[H()],yi=[H()],wi=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],re(this,null,o,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:M=>"color"in M,get:M=>M.color,set:(M,O)=>{M.color=O}},metadata:C},s,u),re(this,null,f,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:M=>"authorName"in M,get:M=>M.authorName,set:(M,O)=>{M.authorName=O}},metadata:C},c,h),re(this,null,a,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:M=>"authorImage"in M,get:M=>M.authorImage,set:(M,O)=>{M.authorImage=O}},metadata:C},_,v),re(this,null,g,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:M=>"authorUrl"in M,get:M=>M.authorUrl,set:(M,O)=>{M.authorUrl=O}},metadata:C},l,n),re(this,null,b,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:M=>"embedTitle"in M,get:M=>M.embedTitle,set:(M,O)=>{M.embedTitle=O}},metadata:C},$,w),re(this,null,k,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:M=>"embedEmojisMap"in M,get:M=>M.embedEmojisMap,set:(M,O)=>{M.embedEmojisMap=O}},metadata:C},z,m),re(this,null,T,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:M=>"url"in M,get:M=>M.url,set:(M,O)=>{M.url=O}},metadata:C},de,ce),re(this,null,fe,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:M=>"thumbnail"in M,get:M=>M.thumbnail,set:(M,O)=>{M.thumbnail=O}},metadata:C},ut,nt),re(this,null,lt,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:M=>"image"in M,get:M=>M.image,set:(M,O)=>{M.image=O}},metadata:C},D,E),re(this,null,W,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:M=>"video"in M,get:M=>M.video,set:(M,O)=>{M.video=O}},metadata:C},_i,zi),re(this,null,yi,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:M=>"provider"in M,get:M=>M.provider,set:(M,O)=>{M.provider=O}},metadata:C},xi,Mi),re(this,null,wi,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:M=>"lightTheme"in M,get:M=>M.lightTheme,set:(M,O)=>{M.lightTheme=O}},metadata:C},Hi,$i),re(null,t={value:r},e,{kind:"class",name:r.name,metadata:C},null,i),Ti=r=t.value,C&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:C})}static styles=V`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=I(this,s,void 0);get color(){return this.#e}set color(C){this.#e=C}#t=(I(this,u),I(this,c,void 0));get authorName(){return this.#t}set authorName(C){this.#t=C}#r=(I(this,h),I(this,_,void 0));get authorImage(){return this.#r}set authorImage(C){this.#r=C}#i=(I(this,v),I(this,l,void 0));get authorUrl(){return this.#i}set authorUrl(C){this.#i=C}#d=(I(this,n),I(this,$,void 0));get embedTitle(){return this.#d}set embedTitle(C){this.#d=C}#s=(I(this,w),I(this,z,{}));get embedEmojisMap(){return this.#s}set embedEmojisMap(C){this.#s=C}#a=(I(this,m),I(this,de,void 0));get url(){return this.#a}set url(C){this.#a=C}#o=(I(this,ce),I(this,ut,void 0));get thumbnail(){return this.#o}set thumbnail(C){this.#o=C}#h=(I(this,nt),I(this,D,void 0));get image(){return this.#h}set image(C){this.#h=C}#u=(I(this,E),I(this,_i,void 0));get video(){return this.#u}set video(C){this.#u=C}#n=(I(this,zi),I(this,xi,void 0));get provider(){return this.#n}set provider(C){this.#n=C}#l=(I(this,Mi),I(this,Hi,!1));get lightTheme(){return this.#l}set lightTheme(C){this.#l=C}render(){let C=this.parseTitle(this.authorName),M=this.parseTitle(this.embedTitle);return p`<div style=${Nr({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${G(this.provider,()=>p`<div class="discord-embed-provider">${this.provider}</div>`)}
						${G(C,()=>p`<div class="discord-embed-author">
									${G(this.authorImage,()=>p`<img src=${P(this.authorImage)} alt="" class="discord-author-image" />`)}
									${G(this.authorUrl,()=>p`<a
												href=${P(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${C}</span>
											</a>`,()=>p`<span class="discord-embed-author-block">${C}</span>`)}
								</div>`)}
						${G(M,()=>p`<div class="discord-embed-title">
									${this.url?p`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${M} </a>`:p`${M}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${G(this.image||this.video,()=>p`<div class=${ne({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${G(this.thumbnail,()=>p`<img src=${P(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?p`
				<video
					controls
					muted
					preload="none"
					poster=${P(this.image)}
					src=${P(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${P(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?p`<img src=${P(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(C){if(!C)return null;let M=[],O="";for(let ct of C.split(`
`)){for(let Tr of ct.split(" ")){let Er=it(Tr)??this.embedEmojisMap[Tr]??{};Er.name?M.push(p`<discord-custom-emoji name=${Er.name} url=${P(Er.url)} embed-emoji></discord-custom-emoji>`):O+=`${Tr} `,O===" "&&M.push(p`<br />`)}M.push(O),O=""}return M.map(ct=>typeof ct=="string"?p`<span>${ct}</span>`:ct)}constructor(){super(...arguments),I(this,$i)}static{I(r,i)}};return Ti=r})();var la=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},ca=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},fa=(()=>{let e=[S("discord-embed-description")],t,i=[],r,d=j;var o=class extends d{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;la(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),o=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=V`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return p`<slot></slot>`}static{ca(r,i)}};return o=r})();var at=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},oe=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},ma=(()=>{let e=[S("discord-embed-field")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[];var k=class extends d{static{r=this}static{let z=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H({reflect:!0,attribute:"field-title"})],f=[H({attribute:!1})],a=[H({type:Boolean,reflect:!0,attribute:"inline"})],g=[H({type:Number,reflect:!0,attribute:"inline-index"})],b=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],at(this,null,o,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:m=>"fieldTitle"in m,get:m=>m.fieldTitle,set:(m,T)=>{m.fieldTitle=T}},metadata:z},s,u),at(this,null,f,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:m=>"embedFieldEmojisMap"in m,get:m=>m.embedFieldEmojisMap,set:(m,T)=>{m.embedFieldEmojisMap=T}},metadata:z},c,h),at(this,null,a,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:m=>"inline"in m,get:m=>m.inline,set:(m,T)=>{m.inline=T}},metadata:z},_,v),at(this,null,g,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:m=>"inlineIndex"in m,get:m=>m.inlineIndex,set:(m,T)=>{m.inlineIndex=T}},metadata:z},l,n),at(this,null,b,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,T)=>{m.lightTheme=T}},metadata:z},$,w),at(null,t={value:r},e,{kind:"class",name:r.name,metadata:z},null,i),k=r=t.value,z&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:z})}static styles=V`
		:host {
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			font-weight: 400;
			grid-column: 1/13;
			word-break: break-word;
		}

		:host .discord-field-title {
			color: #ffffff;
			font-weight: 600;
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			margin-bottom: 2px;
		}

		:host .discord-inline-field {
			flex-grow: 1;
			flex-basis: auto;
			min-width: 150px;
		}

		:host([light-theme]) .discord-field-title {
			color: #313338;
		}
	`;#e=oe(this,s,void 0);get fieldTitle(){return this.#e}set fieldTitle(z){this.#e=z}#t=(oe(this,u),oe(this,c,{}));get embedFieldEmojisMap(){return this.#t}set embedFieldEmojisMap(z){this.#t=z}#r=(oe(this,h),oe(this,_,!1));get inline(){return this.#r}set inline(z){this.#r=z}#i=(oe(this,v),oe(this,l,void 0));get inlineIndex(){return this.#i}set inlineIndex(z){this.#i=z}#d=(oe(this,n),oe(this,$,!1));get lightTheme(){return this.#d}set lightTheme(z){this.#d=z}validInlineIndices=(oe(this,w),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let z=Number(this.inlineIndex);if(!Number.isNaN(z)&&!this.validInlineIndices.has(z))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let z=this.parseTitle(this.fieldTitle),m=G(z,()=>p`<div class="discord-field-title">${[...z]}</div>`);return p`${m}<slot></slot>`}parseTitle(z){if(!z)return null;let m=[],T="";for(let de of z.split(`
`)){for(let ce of de.split(" ")){let fe=it(ce)??this.embedFieldEmojisMap[ce]??{};fe.name?m.push(p`<discord-custom-emoji name=${fe.name} url=${P(fe.url)} embed-emoji></discord-custom-emoji>`):T+=`${ce} `,T===" "&&m.push(p`<br />`)}m.push(T),T=""}return m.map(de=>typeof de=="string"?p`<span>${de}</span>`:de)}static{oe(r,i)}};return k=r})();var va=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},pa=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},ga=(()=>{let e=[S("discord-embed-fields")],t,i=[],r,d=j;var o=class extends d{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;va(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),o=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=V`
		:host {
			display: grid;
			grid-column: 1/1;
			margin-top: 8px;
			grid-gap: 8px;
		}

		::slotted([inline-index='1']) {
			grid-column: 1/5 !important;
		}

		::slotted([inline-index='2']) {
			grid-column: 5/9 !important;
		}

		::slotted([inline-index='3']) {
			grid-column: 9/13 !important;
		}
	`;render(){return p`<slot></slot>`}static{pa(r,i)}};return o=r})();var Et=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},ge=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},ba=(()=>{let e=[S("discord-embed-footer")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[];var b=class extends d{static{r=this}static{let $=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H({attribute:"footer-image"})],f=[H({attribute:"footer-image-alt"})],a=[H({type:String,reflect:!0,converter:w=>xt(w),attribute:!0})],g=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],Et(this,null,o,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:w=>"footerImage"in w,get:w=>w.footerImage,set:(w,k)=>{w.footerImage=k}},metadata:$},s,u),Et(this,null,f,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:w=>"footerImageAlt"in w,get:w=>w.footerImageAlt,set:(w,k)=>{w.footerImageAlt=k}},metadata:$},c,h),Et(this,null,a,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:w=>"timestamp"in w,get:w=>w.timestamp,set:(w,k)=>{w.timestamp=k}},metadata:$},_,v),Et(this,null,g,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,k)=>{w.lightTheme=k}},metadata:$},l,n),Et(null,t={value:r},e,{kind:"class",name:r.name,metadata:$},null,i),b=r=t.value,$&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:$})}static styles=V`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=ge(this,s,void 0);get footerImage(){return this.#e}set footerImage($){this.#e=$}#t=(ge(this,u),ge(this,c,void 0));get footerImageAlt(){return this.#t}set footerImageAlt($){this.#t=$}#r=(ge(this,h),ge(this,_,void 0));get timestamp(){return this.#r}set timestamp($){this.#r=$}#i=(ge(this,v),ge(this,l,!1));get lightTheme(){return this.#i}set lightTheme($){this.#i=$}updateTimestamp($){$&&!Number.isNaN(new Date($).getTime())&&(this.timestamp=xt($))}render(){return this.updateTimestamp(this.timestamp),p`${G(this.footerImage,()=>p`<img src=${P(this.footerImage)} alt=${P(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${G(this.timestamp,()=>p`<span class="discord-footer-separator">&bull;</span>`)}
			${G(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),ge(this,n)}static{ge(r,i)}};return b=r})();var ot=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},he=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},lc=(()=>{let e=[S("discord-link")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[];var k=class extends d{static{r=this}static{let z=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],f=[H()],a=[H()],g=[H()],b=[H()],ot(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,T)=>{m.lightTheme=T}},metadata:z},s,u),ot(this,null,f,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:m=>"href"in m,get:m=>m.href,set:(m,T)=>{m.href=T}},metadata:z},c,h),ot(this,null,a,{kind:"accessor",name:"rel",static:!1,private:!1,access:{has:m=>"rel"in m,get:m=>m.rel,set:(m,T)=>{m.rel=T}},metadata:z},_,v),ot(this,null,g,{kind:"accessor",name:"target",static:!1,private:!1,access:{has:m=>"target"in m,get:m=>m.target,set:(m,T)=>{m.target=T}},metadata:z},l,n),ot(this,null,b,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:m=>"type"in m,get:m=>m.type,set:(m,T)=>{m.type=T}},metadata:z},$,w),ot(null,t={value:r},e,{kind:"class",name:r.name,metadata:z},null,i),k=r=t.value,z&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:z})}static styles=V`
		a {
			color: #00aff4;
			text-decoration: none;
		}

		a:hover {
			text-decoration: underline;
		}

		.discord-link-light-theme a {
			color: #00b0f4;
		}
	`;#e=he(this,s,!1);get lightTheme(){return this.#e}set lightTheme(z){this.#e=z}#t=(he(this,u),he(this,c,void 0));get href(){return this.#t}set href(z){this.#t=z}#r=(he(this,h),he(this,_,void 0));get rel(){return this.#r}set rel(z){this.#r=z}#i=(he(this,v),he(this,l,void 0));get target(){return this.#i}set target(z){this.#i=z}#d=(he(this,n),he(this,$,void 0));get type(){return this.#d}set type(z){this.#d=z}render(){return p`<a
			href=${P(this.href)}
			rel=${P(this.rel)}
			target=${P(this.target)}
			type=${P(this.type)}
			class=${ne({"discord-link-light-theme":this.lightTheme})}
			><slot></slot
		></a>`}constructor(){super(...arguments),he(this,w)}static{he(r,i)}};return k=r})();var _a=y`
	<path
		fill="currentColor"
		d="M12 2a1 1 0 0 1 1 1v10.59l3.3-3.3a1 1 0 1 1 1.4 1.42l-5 5a1 1 0 0 1-1.4 0l-5-5a1 1 0 1 1 1.4-1.42l3.3 3.3V3a1 1 0 0 1 1-1ZM3 20a1 1 0 1 0 0 2h18a1 1 0 1 0 0-2H3Z"
	/>
`;function Jr(e={}){return p`<svg
		${x(e)}
		class="discord-icon-download"
		aria-hidden="true"
		role="img"
		xmlns="http://www.w3.org/2000/svg"
		width="20"
		height="20"
		fill="none"
		viewBox="0 0 24 24"
	>
		${_a}
	</svg>`}var za=y`
	<path
	fill="#939bf9"
	d="m72 29.3v60.3c0 2.24 0 3.36-.44 4.22-.38.74-1 1.36-1.74 1.74-.86.44-1.98.44-4.22.44h-59.2c-2.24 0-3.36 0-4.22-.44-.74-.38-1.36-1-1.74-1.74-.44-.86-.44-1.98-.44-4.22v-83.2c0-2.24 0-3.36.44-4.22.38-.74 1-1.36 1.74-1.74.86-.44 1.98-.44 4.22-.44h36.3c1.96 0 2.94 0 3.86.22.5.12.98.28 1.44.5v16.88c0 2.24 0 3.36.44 4.22.38.74 1 1.36 1.74 1.74.86.44 1.98.44 4.22.44h16.88c.22.46.38.94.5 1.44.22.92.22 1.9.22 3.86z" fill="#d3d6fd"/><path d="m68.26 20.26c1.38 1.38 2.06 2.06 2.56 2.88.18.28.32.56.46.86h-16.88c-2.24 0-3.36 0-4.22-.44-.74-.38-1.36-1-1.74-1.74-.44-.86-.44-1.98-.44-4.22v-16.880029c.3.14.58.28.86.459999.82.5 1.5 1.18 2.88 2.56z" />
`;function ei(e={}){return p`<svg ${x(e)} aria-hidden="false" fill="none" width="72" height="96" viewBox="0 0 72 96">${za}</svg>`}var be=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},X=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},ya=(()=>{let e=[S("discord-file-attachment")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[],k,z=[],m=[],T,de=[],ce=[],fe,ut=[],nt=[];var lt=class extends d{static{r=this}static{let D=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H()],f=[H({type:Number})],a=[H({attribute:"bytes-unit"})],g=[H()],b=[H()],k=[H()],T=[H()],fe=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],be(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:E=>"name"in E,get:E=>E.name,set:(E,W)=>{E.name=W}},metadata:D},s,u),be(this,null,f,{kind:"accessor",name:"bytes",static:!1,private:!1,access:{has:E=>"bytes"in E,get:E=>E.bytes,set:(E,W)=>{E.bytes=W}},metadata:D},c,h),be(this,null,a,{kind:"accessor",name:"bytesUnit",static:!1,private:!1,access:{has:E=>"bytesUnit"in E,get:E=>E.bytesUnit,set:(E,W)=>{E.bytesUnit=W}},metadata:D},_,v),be(this,null,g,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:E=>"href"in E,get:E=>E.href,set:(E,W)=>{E.href=W}},metadata:D},l,n),be(this,null,b,{kind:"accessor",name:"rel",static:!1,private:!1,access:{has:E=>"rel"in E,get:E=>E.rel,set:(E,W)=>{E.rel=W}},metadata:D},$,w),be(this,null,k,{kind:"accessor",name:"target",static:!1,private:!1,access:{has:E=>"target"in E,get:E=>E.target,set:(E,W)=>{E.target=W}},metadata:D},z,m),be(this,null,T,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:E=>"type"in E,get:E=>E.type,set:(E,W)=>{E.type=W}},metadata:D},de,ce),be(this,null,fe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:E=>"lightTheme"in E,get:E=>E.lightTheme,set:(E,W)=>{E.lightTheme=W}},metadata:D},ut,nt),be(null,t={value:r},e,{kind:"class",name:r.name,metadata:D},null,i),lt=r=t.value,D&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:D})}static styles=V`
		:host {
			display: grid;
			height: -moz-fit-content;
			height: fit-content;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			grid-template-columns: repeat(auto-fill, minmax(100%, 1fr));
			text-indent: 0;
			min-height: 0;
			min-width: 0;
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
			position: relative;
		}

		:host > * {
			justify-self: start;
			align-self: start;
		}

		.discord-file-attachment-non-visual-media-item-container:hover .discord-button-download-attachment {
			display: block !important;
		}

		.discord-button-download-attachment {
			display: none;
			position: absolute;
			top: -8px;
			right: -8px;
			border-radius: 5px;
			outline: color-mix(in oklab, hsl(220 calc(1 * 6.5%) 18% / 1) 100%, black 0%);
			background-color: color-mix(in oklab, hsl(223 calc(1 * 6.7%) 20.6% / 1) 100%, black 0%);
		}

		.discord-link-download-attachment {
			color: color-mix(in oklab, hsl(215 calc(1 * 8.8%) 73.3% / 1) 100%, black 0%);
			display: flex;
		}

		.discord-icon-download {
			padding: 6px;
		}

		.discord-file-attachment-non-visual-media-item-container {
			margin-top: 8px;
			max-width: 100%;
			display: flex;
			flex-direction: column;
			position: relative;
		}

		.discord-file-attachment-non-visual-media-item {
			width: -moz-fit-content;
			width: fit-content;
			max-width: 100%;
		}

		.discord-file-attachment-mosaic-item-media {
			position: relative;
			max-height: inherit;
			border-radius: 2px;
			width: 100%;
			align-items: center;
			display: flex;
			flex-flow: row nowrap;
			max-width: 100%;
			height: 100%;
		}

		.discord-file-attachment-mosaic-style {
			padding: 16px;
			border-radius: 8px;
			width: 432px;
			max-width: 100%;
			flex: auto;
			border-color: #202020;
			background-color: #282828;

			align-items: center;
			flex-direction: row;
			display: flex;
			box-sizing: border-box;
			letter-spacing: 0;
			border: 1px solid transparent;
		}

		.discord-file-attachment-light-theme.discord-file-attachment-mosaic-style {
			border-color: #f3f3f3;
			background-color: #f9f9f9;
		}

		.discord-file-attachment-icon {
			width: 30px;
			height: 40px;
			margin-right: 8px;
			flex-shrink: 0;
		}

		.discord-file-attachment-inner {
			flex: 1;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
		}

		.discord-file-attachment-filename-link-wrapper {
			color: #00aff4;
			white-space: nowrap;
			text-overflow: ellipsis;
			overflow: hidden;
		}

		.discord-file-attachment-metadata {
			line-height: 16px;
			font-size: 12px;
			font-weight: 400;
			color: hsl(223 calc(1 * 5.8%) 52.9% / 1);
			margin-right: 8px;
		}
	`;#e=X(this,s,void 0);get name(){return this.#e}set name(D){this.#e=D}#t=(X(this,u),X(this,c,void 0));get bytes(){return this.#t}set bytes(D){this.#t=D}#r=(X(this,h),X(this,_,void 0));get bytesUnit(){return this.#r}set bytesUnit(D){this.#r=D}#i=(X(this,v),X(this,l,void 0));get href(){return this.#i}set href(D){this.#i=D}#d=(X(this,n),X(this,$,void 0));get rel(){return this.#d}set rel(D){this.#d=D}#s=(X(this,w),X(this,z,void 0));get target(){return this.#s}set target(D){this.#s=D}#a=(X(this,m),X(this,de,void 0));get type(){return this.#a}set type(D){this.#a=D}#o=(X(this,ce),X(this,ut,!1));get lightTheme(){return this.#o}set lightTheme(D){this.#o=D}render(){return p`<div class="discord-file-attachment-non-visual-media-item-container">
			<div class="discord-file-attachment-non-visual-media-item">
				<div class="discord-file-attachment-mosaic-item-media">
					<div class=${ne({"discord-file-attachment-mosaic-style":!0,"discord-file-attachment-light-theme":this.lightTheme})}>
						${ei({class:"discord-file-attachment-icon",alt:"Attachment file type: unknown",title:"unknown"})}
						<div class="discord-file-attachment-inner">
							<div class="discord-file-attachment-filename-link-wrapper">
								<discord-link
									href=${P(this.href)}
									rel=${P(this.rel)}
									target=${P(this.target)}
									type=${P(this.type)}
								>
									${this.name}
								</discord-link>
							</div>
							<div class="discord-file-attachment-metadata">
								${this.bytes}${G(this.bytesUnit,()=>p` ${this.bytesUnit}`,()=>null)}
							</div>
						</div>
					</div>
				</div>
			</div>
			<div class="discord-button-download-attachment">
				<a
					class="discord-link-download-attachment"
					aria-label="Download"
					href="${P(this.href)}"
					rel="noreferrer noopener"
					target="_blank"
					role="button"
					tabindex="0"
				>
					${Jr()}
				</a>
			</div>
		</div>`}constructor(){super(...arguments),X(this,nt)}static{X(r,i)}};return lt=r})();var Mr=(e,t,i)=>{for(let r of t)if(r[0]===e)return(0,r[1])();return i?.()};function xa(e){return e.startsWith("#")?e.slice(1):e}function Ma(e){let t=e.length===3||e.length===4,i=t?`${e.slice(0,1)}${e.slice(0,1)}`:e.slice(0,2),r=t?`${e.slice(1,2)}${e.slice(1,2)}`:e.slice(2,4),d=t?`${e.slice(2,3)}${e.slice(2,3)}`:e.slice(4,6),o=(t?`${e.slice(3,4)}${e.slice(3,4)}`:e.slice(6,8))||"ff";return{r:i,g:r,b:d,a:o}}function wr(e){return Number.parseInt(e,16)}function wa({r:e,g:t,b:i,a:r}){return{r:wr(e),g:wr(t),b:wr(i),a:Number((wr(r)/255).toFixed(2))}}function Ha(e){return typeof e=="number"||typeof e=="string"&&Number.isFinite(Number(e))}function $a(e,t){let{r:i,g:r,b:d,a:o}=e,s=Ha(t)?t:o;return`rgba(${i}, ${r}, ${d}, ${s})`}function Hr(e,t){let i=xa(e),r=Ma(i),d=wa(r);return $a(d,t)}var Ta=y`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function ti(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ta}
	</svg>`}var Ea=y`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function ri(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ea}
	</svg>`}var ka=y`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function ii(e={}){return p`<svg
		${x(e)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ka}
	</svg>`}var kt=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},_e=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Ca=(()=>{let e=[S("discord-mention")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[];var b=class extends d{static{r=this}static{let $=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H({type:Boolean,reflect:!0})],f=[H({reflect:!0})],a=[H({reflect:!0})],g=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],kt(this,null,o,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:w=>"highlight"in w,get:w=>w.highlight,set:(w,k)=>{w.highlight=k}},metadata:$},s,u),kt(this,null,f,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:w=>"type"in w,get:w=>w.type,set:(w,k)=>{w.type=k}},metadata:$},c,h),kt(this,null,a,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:w=>"color"in w,get:w=>w.color,set:(w,k)=>{w.color=k}},metadata:$},_,v),kt(this,null,g,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,k)=>{w.lightTheme=k}},metadata:$},l,n),kt(null,t={value:r},e,{kind:"class",name:r.name,metadata:$},null,i),b=r=t.value,$&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:$})}static styles=V`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=_e(this,s,!1);get highlight(){return this.#e}set highlight($){this.#e=$}#t=(_e(this,u),_e(this,c,"user"));get type(){return this.#t}set type($){this.#t=$}#r=(_e(this,h),_e(this,_,void 0));get color(){return this.#r}set color($){this.#r=$}setHoverColor=(_e(this,v),()=>{this.color&&(this.style.backgroundColor=Hr(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=Hr(this.color,.1))};#i=_e(this,l,!1);get lightTheme(){return this.#i}set lightTheme($){this.#i=$}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=Hr(this.color,.1)))}render(){return p`<span class="no-wrap"
				>${Mr(this.type,[["channel",()=>wt()],["user",()=>p`@`],["role",()=>p`@`],["voice",()=>Tt()],["locked",()=>$t()],["thread",()=>Ht()],["forum",()=>Mt()],["server-guide",()=>ii()],["channels-and-roles",()=>ti()],["customize-community",()=>ri()],["slash",()=>p`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),_e(this,n)}static{_e(r,i)}};return b=r})();var qd=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},di=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},ja=(()=>{let e=[S("discord-quote")],t,i=[],r,d=j,o,s=[],u=[];var f=class extends d{static{r=this}static{let c=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[q({context:Z,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],qd(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:h=>"lightTheme"in h,get:h=>h.lightTheme,set:(h,a)=>{h.lightTheme=a}},metadata:c},s,u),qd(null,t={value:r},e,{kind:"class",name:r.name,metadata:c},null,i),f=r=t.value,c&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:c})}static styles=V`
		:host {
			display: flex;
		}

		.discord-quote-divider {
			background-color: #4f545c;
			border-radius: 4px;
			font-size: 0.9em;
			font-style: normal;
			font-weight: 400;
			margin: 0;
			padding: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-quote-divider {
			background-color: #c4c9ce;
		}

		blockquote {
			margin-block-end: unset;
			margin-block-start: unset;
			margin-inline-end: unset;
			margin-inline-start: unset;
			padding: 0 8px 0 12px;
		}
	`;#e=di(this,s,!1);get lightTheme(){return this.#e}set lightTheme(c){this.#e=c}render(){return p`
			<div class="discord-quote-divider"></div>
			<!-- display: inline -->
			<blockquote><slot></slot></blockquote>
		`}constructor(){super(...arguments),di(this,u)}static{di(r,i)}};return f=r})();var Ud=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},si=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Aa=(()=>{let e=[S("discord-subscript")],t,i=[],r,d=j,o,s=[],u=[];var f=class extends d{static{r=this}static{let c=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[q({context:Z}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],Ud(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:h=>"lightTheme"in h,get:h=>h.lightTheme,set:(h,a)=>{h.lightTheme=a}},metadata:c},s,u),Ud(null,t={value:r},e,{kind:"class",name:r.name,metadata:c},null,i),f=r=t.value,c&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:c})}static styles=V`
		small {
			display: block;
			color: color-mix(in oklab, hsl(214 calc(1 * 8.1%) 61.2% / 1) 100%, black 0%);
			font-size: 0.8125rem;
			line-height: 1.11719rem;
		}

		:host([light-theme]) > small {
			color: color-mix(in oklab, hsl(228 calc(1 * 5.2%) 38% / 1) 100%, black 0%);
		}
	`;#e=si(this,s,!1);get lightTheme(){return this.#e}set lightTheme(c){this.#e=c}render(){return p`
			<small>
				<span>
					<slot></slot>
				</span>
			</small>
		`}constructor(){super(...arguments),si(this,u)}static{si(r,i)}};return f=r})();var Va=y`
	<path d="M4 0L0 4V8L4 12L8 8V4L4 0ZM7 7.59L4 10.59L1 7.59V4.41L4 1.41L7 4.41V7.59Z" fill="currentColor" />
	<path d="M2 4.83V7.17L4 9.17L6 7.17V4.83L4 2.83L2 4.83Z" fill="currentColor" />
`;function ai(e={}){return p`<svg ${x(e)} aria-hidden="false" width="24" height="24" viewBox="0 0 8 12">${Va}</svg>`}var Sa=y`
	<path
		fill="#3ba55c"
		fill-rule="evenodd"
		d="M17.7163041 15.36645368c-.0190957.02699568-1.9039523 2.6680735-2.9957762 2.63320406-3.0676659-.09785935-6.6733809-3.07188394-9.15694343-5.548738C3.08002193 9.9740657.09772497 6.3791404 0 3.3061316v-.024746C0 2.2060575 2.61386252.3152347 2.64082114.2972376c.7110335-.4971705 1.4917101-.3149497 1.80959713.1372281.19320342.2744561 2.19712724 3.2811005 2.42290565 3.6489167.09884826.1608492.14714912.3554431.14714912.5702838 0 .2744561-.07975258.5770327-.23701117.8751101-.1527655.2902036-.65262318 1.1664385-.89862055 1.594995.2673396.3768148.94804468 1.26429792 2.351016 2.66357424 1.39173858 1.39027775 2.28923588 2.07641807 2.67002628 2.34187563.4302146-.2452108 1.3086162-.74238132 1.5972981-.89423205.5447887-.28682915 1.0907006-.31944893 1.4568885-.08661115.3459689.2182151 3.3383754 2.21027167 3.6225641 2.41611376.2695862.19234426.4144887.5399137.4144887.91672846 0 .2969525-.089862.61190215-.2808189.88523346"
	/>
`;function oi(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${Sa}</svg>`}var Da=y`
	<g fill="none" fill-rule="evenodd">
		<path
			fill="#99AAB5"
			d="M0 14.25V18h3.75L14.81 6.94l-3.75-3.75L0 14.25zM17.71 4.04c.39-.39.39-1.02 0-1.41L15.37.29c-.39-.39-1.02-.39-1.41 0l-1.83 1.83 3.75 3.75 1.83-1.83z"
		/>
		<path d="M0 0h18v18H0" />
	</g>
`;function hi(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${Da}</svg>`}var Ra=y`
	<g fill="none" fill-rule="evenodd">
		<path d="M0 0h18v18H0z" />
		<path
			fill="#99AAB5"
			d="M3.2765961.00034226C6.344262.0982016 9.949977 3.0722262 12.43353953 5.54908026c2.48356254 2.47685405 5.4658595 6.07177934 5.56358447 9.14478814 0 1.1000741-2.61386252 2.9908969-2.64082114 3.008894-.7110335.4971705-1.4917101.3149497-1.80959713-.1372281-.19320342-.2744561-2.19712724-3.2811005-2.42290565-3.6489167-.09884826-.1608492-.14714912-.3554431-.14714912-.5702838 0-.2744561.07975258-.5770327.23701117-.8751101.1527655-.2902036.65262318-1.1664385.89862055-1.594995-.2673396-.3768148-.94804468-1.26429792-2.351016-2.66357424C8.3695281 6.8223767 7.4720308 6.1362364 7.0912404 5.87077883c-.4302146.2452108-1.3086162.74238132-1.5972981.89423205-.5447887.28682915-1.0907006.31944893-1.4568885.08661115C3.6910849 6.63340693.6986784 4.64135036.4144897 4.43550827.1449035 4.243164.000001 3.89559457.000001 3.5187798c0-.29695252.089862-.61190217.2808189-.88523348.0190957-.02699568 1.9039523-2.6680735 2.9957762-2.63320406z"
		/>
	</g>
`;function ui(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${Ra}</svg>`}var Oa=y`
	<path
		d="m16.908 8.39684-8.29587-8.295827-1.18584 1.184157 1.18584 1.18584-4.14834 4.1475v.00167l-1.18583-1.18583-1.185 1.18583 3.55583 3.55502-4.740831 4.74 1.185001 1.185 4.74083-4.74 3.55581 3.555 1.185-1.185-1.185-1.185 4.1475-4.14836h.0009l1.185 1.185z"
		fill="#b9bbbe"
	/>
`;function ni(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${Oa}</svg>`}var Pa=y`
	<path
		fill="#b9bbbe"
		fill-rule="evenodd"
		d="M1.575 9a2.25 2.25 0 0 0 0 3.18l.345.345c.128.128.323.15.488.075a2.25 2.25 0 0 1 3 3 .43.43 0 0 0 .06.48l.352.345a2.25 2.25 0 0 0 3.18 0l5.077-5.077a.75.75 0 0 1 1.02-1.02L16.425 9a2.25 2.25 0 0 0 0-3.18l-.345-.352a.42.42 0 0 0-.488-.06 2.25 2.25 0 0 1-3-3 .42.42 0 0 0-.068-.488l-.345-.345a2.25 2.25 0 0 0-3.18 0L7.671 2.903a.75.75 0 0 1-1.02 1.02zm7.508-4.725a.75.75 0 1 0-1.057 1.05l.517.525A.75.75 0 1 0 9.6 4.785l-.517-.525Zm2.063 2.063a.75.75 0 1 0-1.057 1.057l.517.525a.75.75 0 0 0 1.057-1.065l-.517-.525Zm2.063 2.063a.75.75 0 0 0-1.057 1.057l.517.525a.75.75 0 0 0 1.057-1.065l-.517-.525Z"
		clip-rule="evenodd"
	/>
`;function li(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${Pa}</svg>`}var La=y`
	<path
		d="M10 0C4.486 0 0 4.486 0 10C0 15.515 4.486 20 10 20C15.514 20 20 15.515 20 10C20 4.486 15.514 0 10 0ZM9 4H11V11H9V4ZM10 15.25C9.31 15.25 8.75 14.691 8.75 14C8.75 13.31 9.31 12.75 10 12.75C10.69 12.75 11.25 13.31 11.25 14C11.25 14.691 10.69 15.25 10 15.25Z"
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
	/>
`;function ci(e={}){return p`<svg ${x(e)} aria-hidden="false" width="20" height="20" viewBox="0 0 20 20">${La}</svg>`}var Ba=y`
	<path
		xmlns="http://www.w3.org/2000/svg"
		d="M18.4 4L12 10.4L5.6 4L4 5.6L10.4 12L4 18.4L5.6 20L12 13.6L18.4 20L20 18.4L13.6 12L20 5.6L18.4 4Z"
		fill="#ed4245"
	/>
`;function fi(e={}){return p`<svg ${x(e)} aria-hidden="false" width="20" height="20" viewBox="0 0 20 20">${Ba}</svg>`}var Ia=y`
	<path
		fill="currentColor"
		d="M5.43309 21C5.35842 21 5.30189 20.9325 5.31494 20.859L5.99991 17H2.14274C2.06819 17 2.01168 16.9327 2.02453 16.8593L2.33253 15.0993C2.34258 15.0419 2.39244 15 2.45074 15H6.34991L7.40991 9H3.55274C3.47819 9 3.42168 8.93274 3.43453 8.85931L3.74253 7.09931C3.75258 7.04189 3.80244 7 3.86074 7H7.75991L8.45234 3.09903C8.46251 3.04174 8.51231 3 8.57049 3H10.3267C10.4014 3 10.4579 3.06746 10.4449 3.14097L9.75991 7H15.7599L16.4523 3.09903C16.4625 3.04174 16.5123 3 16.5705 3H18.3267C18.4014 3 18.4579 3.06746 18.4449 3.14097L17.7599 7H21.6171C21.6916 7 21.7481 7.06725 21.7353 7.14069L21.4273 8.90069C21.4172 8.95811 21.3674 9 21.3091 9H17.4099L17.0495 11.04H15.05L15.4104 9H9.41035L8.35035 15H10.5599V17H7.99991L7.30749 20.901C7.29732 20.9583 7.24752 21 7.18934 21H5.43309Z"
	/>
	<path
		fill="currentColor"
		d="M13.4399 12.96C12.9097 12.96 12.4799 13.3898 12.4799 13.92V20.2213C12.4799 20.7515 12.9097 21.1813 13.4399 21.1813H14.3999C14.5325 21.1813 14.6399 21.2887 14.6399 21.4213V23.4597C14.6399 23.6677 14.8865 23.7773 15.0408 23.6378L17.4858 21.4289C17.6622 21.2695 17.8916 21.1813 18.1294 21.1813H22.5599C23.0901 21.1813 23.5199 20.7515 23.5199 20.2213V13.92C23.5199 13.3898 23.0901 12.96 22.5599 12.96H13.4399Z"
	/>
`;function mi(e={}){return p`<svg ${x(e)} aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">${Ia}</svg>`}var Na=y`
	<g fill="none" fill-rule="evenodd">
		<path d="M18 0H0v18h18z" />
		<path fill="#3ba55c" d="M0 8h14.2l-3.6-3.6L12 3l6 6-6 6-1.4-1.4 3.6-3.6H0" />
	</g>
`;function vi(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${Na}</svg>`}var qa=y`
	<g fill="none" fill-rule="evenodd" stroke="none" stroke-width="1">
		<path d="M18 0H0v18h18z" />
		<path fill="#ed4245" d="M3.8 8l3.6-3.6L6 3 0 9l6 6 1.4-1.4L3.8 10H18V8" />
	</g>
`;function pi(e={}){return p`<svg ${x(e)} aria-hidden="false" width="18" height="18" viewBox="0 0 18 18">${qa}</svg>`}var ht=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},ue=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Ua=(()=>{let e=[S("discord-system-message")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[],g,l=[],n=[],b,$=[],w=[];var k=class extends d{static{r=this}static{let z=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H({type:String})],f=[H({reflect:!0,attribute:"type"})],a=[H({type:Boolean,reflect:!0,attribute:"channel-name"})],g=[H({type:Boolean,reflect:!0,attribute:"has-thread"})],b=[q({context:Z}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],ht(this,null,o,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:m=>"timestamp"in m,get:m=>m.timestamp,set:(m,T)=>{m.timestamp=T}},metadata:z},s,u),ht(this,null,f,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:m=>"type"in m,get:m=>m.type,set:(m,T)=>{m.type=T}},metadata:z},c,h),ht(this,null,a,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:m=>"channelName"in m,get:m=>m.channelName,set:(m,T)=>{m.channelName=T}},metadata:z},_,v),ht(this,null,g,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:m=>"hasThread"in m,get:m=>m.hasThread,set:(m,T)=>{m.hasThread=T}},metadata:z},l,n),ht(this,null,b,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,T)=>{m.lightTheme=T}},metadata:z},$,w),ht(null,t={value:r},e,{kind:"class",name:r.name,metadata:z},null,i),k=r=t.value,z&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:z})}static styles=V`
		:host {
			color: #8e9297;
			display: flex;
			font-weight: 400;
			font-size: 1rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			padding: 0px 1em;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			padding-right: 0;
			min-height: 1.375rem;
			padding-right: 48px !important;
			margin-top: 1.0625rem;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		:host([channel-name]) {
			color: #fff;
		}

		:host([light-theme][channel-name]) {
			color: #060607;
		}

		:host([type='boost']) svg {
			color: #ff73fa;
		}

		:host([type='alert']) svg {
			color: #faa81a;
		}

		:host([type='error']) svg {
			color: #faa81a;
		}

		:host .discord-message-icon {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			display: flex;
			align-items: flex-start;
			justify-content: center;
		}

		:host .discord-message-icon svg {
			width: 16px;
			height: 16px;
		}

		:host .discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		:host .discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
			display: flex;
			flex-direction: column;
		}

		:host .discord-message-content ::slotted(i) {
			font-style: normal;
			cursor: pointer;
			color: white;
			font-weight: 500;
		}

		:host([light-theme]) .discord-message-content ::slotted(i) {
			color: #060607;
		}

		:host .discord-message-content ::slotted(i:hover) {
			text-decoration: underline;
		}

		:host(:hover) {
			background-color: rgba(4, 4, 5, 0.07);
		}

		:host([light-theme]:hover) {
			background-color: rgba(6, 6, 7, 0.02);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 1.75rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-thread]):after {
			border-color: #747f8d !important;
		}
	`;#e=ue(this,s,new Date);get timestamp(){return this.#e}set timestamp(z){this.#e=z}#t=(ue(this,u),ue(this,c,"join"));get type(){return this.#t}set type(z){this.#t=z}#r=(ue(this,h),ue(this,_,!1));get channelName(){return this.#r}set channelName(z){this.#r=z}#i=(ue(this,v),ue(this,l,!1));get hasThread(){return this.#i}set hasThread(z){this.#i=z}#d=(ue(this,n),ue(this,$,!1));get lightTheme(){return this.#d}set lightTheme(z){this.#d=z}checkType(){if(typeof this.type!="string")throw new TypeError("DiscordSystemMessage `type` prop must be a string.");if(!["join","leave","call","missed-call","boost","edit","thread","pin","alert","error","upgrade"].includes(this.type))throw new RangeError("DiscordSystemMessage `type` prop must be one of: 'join', 'leave', 'call', 'missed-call', 'boost', 'edit', 'thread', 'pin', 'alert', 'upgrade', 'error'")}willUpdate(){this.hasThread=Array.from(this.children).some(z=>z.tagName.toLowerCase()==="discord-thread")}render(){return this.timestamp=xt(this.timestamp),this.checkType(),p`<div class="discord-message-icon">
				${Mr(this.type,[["join",()=>vi()],["leave",()=>pi()],["call",()=>oi()],["missed-call",()=>ui()],["edit",()=>hi()],["boost",()=>ai()],["thread",()=>mi()],["pin",()=>ni()],["alert",()=>ci()],["error",()=>fi()],["upgrade",()=>li()]])}
			</div>
			<div class="discord-message-content">
				<span>
					<slot></slot>
					<span class="discord-message-timestamp">${this.timestamp}</span>
				</span>
				<slot name="reactions"></slot>
				<slot name="thread"></slot>
			</div>`}constructor(){super(...arguments),ue(this,w)}static{ue(r,i)}};return k=r})();var $r=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},Ee=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Fa=(()=>{let e=[S("discord-thread")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[],a,_=[],v=[];var g=class extends d{static{r=this}static{let l=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H()],f=[H()],a=[q({context:Z}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],$r(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:n=>"name"in n,get:n=>n.name,set:(n,b)=>{n.name=b}},metadata:l},s,u),$r(this,null,f,{kind:"accessor",name:"cta",static:!1,private:!1,access:{has:n=>"cta"in n,get:n=>n.cta,set:(n,b)=>{n.cta=b}},metadata:l},c,h),$r(this,null,a,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:n=>"lightTheme"in n,get:n=>n.lightTheme,set:(n,b)=>{n.lightTheme=b}},metadata:l},_,v),$r(null,t={value:r},e,{kind:"class",name:r.name,metadata:l},null,i),g=r=t.value,l&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:l})}static styles=V`
		:host {
			background-color: #2f3136;
			border-radius: 4px;
			cursor: pointer;
			margin-top: 8px;
			max-width: 480px;
			min-width: 0;
			padding: 8px;
			display: inline-flex;
			width: fit-content;
			flex-direction: column;
		}

		:host([light-theme]) {
			background-color: #f2f3f5;
		}

		:host .discord-thread-top {
			display: flex;
		}

		:host .discord-thread-bottom {
			font-size: 0.875rem;
			line-height: 1.125rem;
			align-items: center;
			color: #b9bbbe;
			display: flex;
			margin-top: 2px;
			white-space: nowrap;
		}

		:host([light-theme]) .discord-thread-bottom {
			color: #4f5660;
		}

		:host .discord-thread-name {
			font-size: 0.875rem;
			font-weight: 600;
			line-height: 1.125rem;
			color: white;
			margin-right: 8px;
			overflow: hidden;
			text-overflow: ellipsis;
			white-space: nowrap;
		}

		:host([light-theme]) .discord-thread-name {
			color: #060607;
		}

		:host .discord-thread-cta {
			color: #00aff4;
			flex-shrink: 0;
			font-size: 0.875rem;
			font-weight: 600;
			line-height: 1.125rem;
		}

		:host .discord-thread-cta:hover {
			text-decoration: underline;
		}

		.discord-thread:hover .discord-thread-cta {
			text-decoration: underline;
		}
	`;#e=Ee(this,s,"Thread");get name(){return this.#e}set name(l){this.#e=l}#t=(Ee(this,u),Ee(this,c,"See Thread"));get cta(){return this.#t}set cta(l){this.#t=l}#r=(Ee(this,h),Ee(this,_,!1));get lightTheme(){return this.#r}set lightTheme(l){this.#r=l}render(){return p`
			<div class="discord-thread-top">
				<span class="discord-thread-name">${this.name}</span>
				<span class="discord-thread-cta" aria-hidden="true"> ${this.cta} › </span>
			</div>
			<span class="discord-thread-bottom">
				<slot></slot>
			</span>
		`}constructor(){super(...arguments),Ee(this,v)}static{Ee(r,i)}};return g=r})();var Za=y`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function gi(e={}){return p`<svg
		${x(e)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Za}
	</svg>`}var bi=function(e,t,i,r,d,o){function s(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var u=r.kind,f=u==="getter"?"get":u==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,h=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),a,_=!1,v=i.length-1;v>=0;v--){var g={};for(var l in r)g[l]=l==="access"?{}:r[l];for(var l in r.access)g.access[l]=r.access[l];g.addInitializer=function(b){if(_)throw new TypeError("Cannot add initializers after decoration has completed");o.push(s(b||null))};var n=(0,i[v])(u==="accessor"?{get:h.get,set:h.set}:h[f],g);if(u==="accessor"){if(n===void 0)continue;if(n===null||typeof n!="object")throw new TypeError("Object expected");(a=s(n.get))&&(h.get=a),(a=s(n.set))&&(h.set=a),(a=s(n.init))&&d.unshift(a)}else(a=s(n))&&(u==="field"?d.unshift(a):h[f]=a)}c&&Object.defineProperty(c,r.name,h),_=!0},Ct=function(e,t,i){for(var r=arguments.length>2,d=0;d<t.length;d++)i=r?t[d].call(e,i):t[d].call(e);return r?i:void 0},Ga=(()=>{let e=[S("discord-verified-author-tag")],t,i=[],r,d=j,o,s=[],u=[],f,c=[],h=[];var a=class extends d{static{r=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(d[Symbol.metadata]??null):void 0;o=[H({type:Boolean})],f=[q({context:Yr}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],bi(this,null,o,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:v=>"verified"in v,get:v=>v.verified,set:(v,g)=>{v.verified=g}},metadata:_},s,u),bi(this,null,f,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:v=>"compactMode"in v,get:v=>v.compactMode,set:(v,g)=>{v.compactMode=g}},metadata:_},c,h),bi(null,t={value:r},e,{kind:"class",name:r.name,metadata:_},null,i),a=r=t.value,_&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=V`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=Ct(this,s,!1);get verified(){return this.#e}set verified(_){this.#e=_}#t=(Ct(this,u),Ct(this,c,!1));get compactMode(){return this.#t}set compactMode(_){this.#t=_}render(){return p`${G(this.verified,()=>gi())}App`}constructor(){super(...arguments),Ct(this,h)}static{Ct(r,i)}};return a=r})();var export_SimpleMarkdown=Fd.SimpleMarkdown;var export_markdownRules=Fd.rulesExtended;export{Ts as DiscordAttachments,na as DiscordEmbed,fa as DiscordEmbedDescription,ma as DiscordEmbedField,ga as DiscordEmbedFields,ba as DiscordEmbedFooter,ya as DiscordFileAttachment,Ca as DiscordMention,ja as DiscordQuote,Aa as DiscordSubscript,Ua as DiscordSystemMessage,Fa as DiscordThread,Ga as DiscordVerifiedAuthorTag,j as LitElement,export_SimpleMarkdown as SimpleMarkdown,ne as classMap,_3 as createRef,V as css,l3 as guard,p as html,P as ifDefined,m3 as keyed,v3 as live,export_markdownRules as markdownRules,R as nothing,z3 as ref,Or as render,y3 as repeat,Nr as styleMap,y as svg};
