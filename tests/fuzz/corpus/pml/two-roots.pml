<config/>
<config/>
